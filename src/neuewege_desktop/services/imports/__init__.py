"""Taking in the lists of the leading program: good lines enter, faulty ones never in part."""

from neuewege_desktop.services.imports.importing import import_list as import_list

"""Taking in the lists of the leading program: good lines enter, faulty ones never in part."""

from neuewege_desktop.services.imports.importing import ListChanged as ListChanged
from neuewege_desktop.services.imports.importing import import_list as import_list
from neuewege_desktop.services.imports.mappings import remember_mapping as remember_mapping
from neuewege_desktop.services.imports.mappings import remembered_mapping as remembered_mapping
from neuewege_desktop.services.imports.preview import ListPreview as ListPreview
from neuewege_desktop.services.imports.preview import preview_list as preview_list

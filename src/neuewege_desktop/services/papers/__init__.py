"""Papers: values gathered for the documents, what may leave the team, copies that are logged."""

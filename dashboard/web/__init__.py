"""What the server does beside the pages: documents, health, the open interface, errors."""

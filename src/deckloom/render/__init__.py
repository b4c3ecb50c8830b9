"""The finished file as pages: LibreOffice makes the PDF, poppler the pictures."""

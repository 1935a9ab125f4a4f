"""The PDF backend: page content, fonts, structure and metadata in; a tagged, archival PDF out.

What is written conforms to PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2), on ReportLab's
document objects.
"""

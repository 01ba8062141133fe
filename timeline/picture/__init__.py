"""The picture: a study becomes geometry in px, which plotly and Typst only draw."""

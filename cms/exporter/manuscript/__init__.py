"""Pages as Markdown and facts as TOML. Pure: knows neither Django nor Wagtail."""

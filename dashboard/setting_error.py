"""What is raised for a setting that cannot be used."""


class SettingsError(Exception):
    """A setting cannot be used. Says which, what was found and what is allowed."""

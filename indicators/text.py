"""Text in the two languages of the product."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

Language = Literal["sv", "en"]
LANGUAGES: tuple[Language, ...] = ("sv", "en")

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Strict(BaseModel):
    """A frozen model that refuses every key it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(Strict):
    """One text in Swedish and English; neither may be missing or empty."""

    sv: Words
    en: Words

    def in_(self, language: Language) -> str:
        """Return the text in one language."""
        return self.sv if language == "sv" else self.en

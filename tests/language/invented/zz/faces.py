from lohum_brief.language.en.faces import FACES

__all__ = ["FACES"]

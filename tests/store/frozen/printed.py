"""What the packs of a visit print, as lines of text."""

from hashlib import sha256

from lohum_brief.document.blocks import paras_of
from lohum_brief.packs.admit import admit, admitted_pack
from lohum_brief.packs.plan import plan
from lohum_brief.typeset.ruler import FontRuler
from lohum_brief.visit.records import Pack
from lohum_brief.visit.visit import Visit


def printed(visit: Visit, pack: Pack) -> str:
    """Return all paragraphs that a pack prints, one on a line."""
    document = plan(admit(visit, pack.audience), admitted_pack(visit, pack), FontRuler())
    return "\n".join(para.text for block in document.blocks for para in paras_of(block))


def digests(visit: Visit) -> dict[str, str]:
    """Return the digest of what each pack prints."""
    return {
        pack.id: sha256(printed(visit, pack).encode()).hexdigest()[:32] for pack in visit.of(Pack)
    }

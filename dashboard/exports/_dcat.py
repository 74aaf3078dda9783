"""The description of the catalogue as a graph, after DCAT-AP-SE 3.0.1 (docs.dataportal.se/dcat/3.0.1/sv).

Catalogue, data set, distributions, service, publisher and contact all have addresses of their own: the national portal
takes no blank nodes for them.
"""

from collections.abc import Generator, Mapping
from typing import Any

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, RDFS, XSD

from dashboard.viewmodels.data.dcat import DcatView, DistributionView

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
DCATAP = Namespace("http://data.europa.eu/r5r/")
EU = "http://publications.europa.eu/resource/authority/"
# A catalogue's description is free of rights: the profile demands it. The figures have their publishers' terms.
CC0 = URIRef("http://creativecommons.org/publicdomain/zero/1.0/")
SWEDEN = URIRef("http://sws.geonames.org/2661886")
PUBLIC = URIRef(f"{EU}access-right/PUBLIC")
LANGUAGES = (URIRef(f"{EU}language/SWE"), URIRef(f"{EU}language/ENG"))
THEMES = (URIRef(f"{EU}data-theme/HEAL"), URIRef(f"{EU}data-theme/GOVE"))
DATA_PACKAGE = URIRef("https://datapackage.org/standard/data-package/")


def dcat_graph(view: DcatView) -> Graph:
    """Return everything that is said of the catalogue, each address absolute."""
    graph = _Ordered()
    for prefix, space in {"dcat": DCAT, "dcterms": DCTERMS, "foaf": FOAF, "vcard": VCARD, "dcatap": DCATAP}.items():
        graph.bind(prefix, space)
    _Writer(graph, view).write()
    return graph


class _Ordered(Graph):
    """A graph that tells what it holds in one order: rdflib's follows a seed that each process draws for itself."""

    def triples(self, triple: Any) -> Generator[Any]:
        yield from sorted(super().triples(triple))


class _Writer:
    def __init__(self, graph: Graph, view: DcatView) -> None:
        self.graph, self.view = graph, view
        self.catalogue, self.dataset = self._node("dcat#catalogue"), self._node("dcat#dataset")
        self.publisher, self.contact = self._node("dcat#publisher"), self._node("dcat#contact")
        self.licence, self.service = self._node("om#licence"), self._node("dcat#api")

    def _node(self, path: str) -> URIRef:
        return URIRef(f"{self.view.address}/{path}")

    def _add(self, subject: URIRef, kind: URIRef) -> None:
        self.graph.add((subject, RDF.type, kind))

    def _say(self, subject: URIRef, predicate: URIRef, *objects: Any) -> None:
        for item in objects:
            self.graph.add((subject, predicate, item))

    def _texts(self, subject: URIRef, predicate: URIRef, texts: Mapping[str, str]) -> None:
        self._say(subject, predicate, *(Literal(text, lang=lang) for lang, text in texts.items()))

    def _day(self, subject: URIRef, predicate: URIRef, day: str) -> None:
        self._say(subject, predicate, Literal(day, datatype=XSD.date))

    def write(self) -> None:
        self._write_catalogue()
        self._write_dataset()
        self._write_service()
        self._write_people()
        for item in self.view.distributions:
            self._write_distribution(item)

    def _write_catalogue(self) -> None:
        node, view = self.catalogue, self.view
        self._add(node, DCAT.Catalog)
        self._texts(node, DCTERMS.title, view.catalogue_title)
        self._texts(node, DCTERMS.description, view.catalogue_description)
        self._say(node, DCTERMS.publisher, self.publisher)
        self._say(node, DCTERMS.license, CC0)
        self._say(node, DCTERMS.language, *LANGUAGES)
        self._say(node, DCTERMS.spatial, SWEDEN)
        self._say(node, FOAF.homepage, URIRef(f"{view.address}/"))
        self._say(node, DCAT.themeTaxonomy, URIRef(f"{EU}data-theme"))
        self._say(node, DCAT.dataset, self.dataset)
        self._say(node, DCAT.service, self.service)
        self._day(node, DCTERMS.issued, view.first_published)
        self._day(node, DCTERMS.modified, view.published)

    def _write_dataset(self) -> None:
        node, view = self.dataset, self.view
        self._add(node, DCAT.Dataset)
        self._texts(node, DCTERMS.title, view.title)
        self._texts(node, DCTERMS.description, view.description)
        for lang, words in view.keywords.items():
            self._say(node, DCAT.keyword, *(Literal(word, lang=lang) for word in words))
        self._say(node, DCTERMS.publisher, self.publisher)
        self._say(node, DCAT.contactPoint, self.contact)
        self._say(node, DCAT.theme, *THEMES)
        self._say(node, DCTERMS.accessRights, PUBLIC)
        self._say(node, DCTERMS.language, *LANGUAGES)
        self._say(node, DCTERMS.spatial, SWEDEN)
        self._say(node, DCTERMS.identifier, Literal(f"halsodialog-{view.number}"))
        self._say(node, URIRef(f"{DCAT}version"), Literal(view.number))
        self._say(node, DCAT.landingPage, URIRef(f"{view.address}/data"))
        self._day(node, DCTERMS.issued, view.first_published)
        self._day(node, DCTERMS.modified, view.published)
        # Editions come when the publishers have something new, on no fixed day.
        self._say(node, DCTERMS.accrualPeriodicity, URIRef(f"{EU}frequency/IRREG"))
        self._write_period()
        self._write_standard(node)
        self._add(SWEDEN, DCTERMS.Location)
        self._say(SWEDEN, RDFS.label, Literal("Sverige", lang="sv"), Literal("Sweden", lang="en"))

    def _write_period(self) -> None:
        period = self._node("dcat#period")
        self._add(period, DCTERMS.PeriodOfTime)
        self._day(period, DCAT.startDate, self.view.first_day)
        self._day(period, DCAT.endDate, self.view.last_day)
        self._say(self.dataset, DCTERMS.temporal, period)

    def _write_standard(self, node: URIRef) -> None:
        self._add(DATA_PACKAGE, DCTERMS.Standard)
        self._say(DATA_PACKAGE, DCTERMS.title, Literal("Data Package", lang="en"))
        self._say(node, DCTERMS.conformsTo, DATA_PACKAGE)

    def _write_distribution(self, item: DistributionView) -> None:
        node = self._node(f"dcat#{item.name}")
        self._add(node, DCAT.Distribution)
        self._texts(node, DCTERMS.title, item.title)
        self._texts(node, DCTERMS.description, item.description)
        self._say(node, DCTERMS.format, Literal(item.mime))
        self._say(node, DCAT.accessURL, URIRef(item.access))
        self._say(node, DCAT.downloadURL, *map(URIRef, item.files))
        self._say(node, DCTERMS.license, self.licence)
        self._say(node, DCTERMS.language, *LANGUAGES)
        self._say(node, DCATAP.availability, URIRef(f"{EU}planned-availability/AVAILABLE"))
        self._day(node, DCTERMS.issued, self.view.published)
        if item.is_service:
            self._say(node, DCAT.accessService, self.service)
        self._say(self.dataset, DCAT.distribution, node)

    def _write_service(self) -> None:
        node, view = self.service, self.view
        self._add(node, DCAT.DataService)
        self._texts(node, DCTERMS.title, view.service_title)
        self._texts(node, DCTERMS.description, view.service_description)
        self._say(node, DCAT.endpointURL, self._node("api/v1"))
        self._say(node, DCAT.endpointDescription, self._node("om#api"))
        self._say(node, DCTERMS.license, self.licence)
        self._say(node, DCTERMS.accessRights, PUBLIC)
        self._say(node, DCTERMS.publisher, self.publisher)
        self._say(node, DCAT.contactPoint, self.contact)
        self._say(node, DCAT.servesDataset, self.dataset)

    def _write_people(self) -> None:
        view = self.view
        self._add(self.publisher, FOAF.Agent)
        self._say(self.publisher, FOAF.name, Literal(view.publisher))
        self._say(self.publisher, DCTERMS.type, URIRef("http://purl.org/adms/publishertype/NationalAuthority"))
        self._add(self.contact, VCARD.Organization)
        self._say(self.contact, VCARD.fn, Literal(view.publisher))
        if view.contact:
            self._say(self.contact, VCARD.hasEmail, URIRef(f"mailto:{view.contact}"))
        self._say(self.contact, VCARD.hasURL, self._node("om"))
        self._add(self.licence, DCTERMS.LicenseDocument)
        self._texts(self.licence, DCTERMS.title, view.licence)

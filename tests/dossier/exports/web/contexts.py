"""The terms that the exports use, as the two public contexts define them.

Written from the Web Annotation Vocabulary (W3C Recommendation, 23 February 2017; its context is at
http://www.w3.org/ns/anno.jsonld) and from schema.org (its context is at https://schema.org). No test
fetches either.
"""

from typing import Any

LINK = {"@type": "@id"}
WORD = {"@type": "@vocab"}
MOMENT = {"@type": "http://www.w3.org/2001/XMLSchema#dateTime"}
PLACE = {"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"}
ANNO = {
    "oa": "http://www.w3.org/ns/oa#",
    "as": "https://www.w3.org/ns/activitystreams#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "dctypes": "http://purl.org/dc/dcmitype/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "id": "@id",
    "type": "@type",
    **{
        name: f"oa:{name}"
        for name in (
            *("Annotation", "TextualBody", "SpecificResource"),
            *("TextQuoteSelector", "TextPositionSelector"),
            *("assessing", "classifying", "commenting", "describing", "editing"),
            *("linking", "tagging", "exact", "prefix", "suffix"),
        )
    },
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "Dataset": "dctypes:Dataset",
    "Person": "foaf:Person",
    "Software": "as:Application",
    "body": {"@id": "oa:hasBody", **LINK},
    "target": {"@id": "oa:hasTarget", **LINK},
    "source": {"@id": "oa:hasSource", **LINK},
    "selector": {"@id": "oa:hasSelector", **LINK},
    "creator": {"@id": "dcterms:creator", **LINK},
    "generator": {"@id": "as:generator", **LINK},
    "items": {"@id": "as:items", "@container": "@list", **LINK},
    "partOf": {"@id": "as:partOf", **LINK},
    "first": {"@id": "as:first", **LINK},
    "motivation": {"@id": "oa:motivatedBy", **WORD},
    "purpose": {"@id": "oa:hasPurpose", **WORD},
    "format": "dc:format",
    "language": "dc:language",
    "value": "rdf:value",
    "name": "foaf:name",
    "label": "rdfs:label",
    "created": {"@id": "dcterms:created", **MOMENT},
    "generated": {"@id": "dcterms:issued", **MOMENT},
    "start": {"@id": "oa:start", **PLACE},
    "end": {"@id": "oa:end", **PLACE},
    "startIndex": {"@id": "as:startIndex", **PLACE},
    "total": {"@id": "as:totalItems", **PLACE},
}
# Type -> its properties that the export may use, inherited ones included.
SCHEMA = {
    "Dataset": "name dateModified description",
    "Organization": "name alternateName description disambiguatingDescription",
    "NewsMediaOrganization": "name alternateName description disambiguatingDescription",
    "Person": "name alternateName description disambiguatingDescription",
    "Thing": "name alternateName description disambiguatingDescription",
    "CreativeWork": "name alternateName description disambiguatingDescription",
    "NewsArticle": (
        "headline alternativeHeadline name articleSection url datePublished dateModified creditText "
        "publisher inLanguage identifier"
    ),
    "PropertyValue": "propertyID value",
    "Quotation": "text spokenByCharacter isPartOf sdPublisher sdDatePublished",
    "Claim": "text author appearance isBasedOn sdPublisher sdDatePublished",
    "ClaimReview": "author itemReviewed reviewBody isPartOf sdPublisher sdDatePublished",
}
TERMS = {word for words in SCHEMA.values() for word in words.split()}
SCHEMA_CONTEXT = {
    "@vocab": "https://schema.org/",
    **{name: f"https://schema.org/{name}" for name in (*SCHEMA, *TERMS)},
}


def local(data: dict[str, Any], context: dict[str, Any]) -> dict[str, Any]:
    """The same data with a context that nobody has to fetch."""
    return data | {"@context": [context, data["@context"][1]]}


def nodes(data: Any) -> list[dict[str, Any]]:
    """All objects in JSON data that have a type, the outer ones first."""
    if isinstance(data, list):
        return [node for item in data for node in nodes(item)]
    if not isinstance(data, dict):
        return []
    own = [data] if "type" in data or "@type" in data else []
    return own + [node for value in data.values() for node in nodes(value)]

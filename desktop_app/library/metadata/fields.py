"""Which field each kind of file keeps under which name.

The names of `iXML` are those that REAPER, Soundminer and BaseHead read in its `USER` block, and those of Sony's
ASWG-G006 1.1 in its `ASWG` block; those of `INFO`, ID3 and Vorbis comments are what UCS renaming tools write there.
"""

from collections.abc import Mapping
from typing import Final

from desktop_app.core.metadata import Field

BEXT: Final[Mapping[str, Field]] = {
    "description": Field.DESCRIPTION,
    "originator": Field.ARTIST,
    "originator_reference": Field.URL,
    "origination_date": Field.RECORDED,
}

INFO: Final[Mapping[str, Field]] = {
    "INAM": Field.TITLE,
    "ICMT": Field.DESCRIPTION,
    "ISBJ": Field.DESCRIPTION,
    "IKEY": Field.KEYWORDS,
    "IART": Field.ARTIST,
    "IGNR": Field.GENRE,
    "IPRD": Field.LIBRARY,
    "ICRD": Field.RECORDED,
    "ICOP": Field.COPYRIGHT,
}

USER: Final[Mapping[str, Field]] = {
    "TRACKTITLE": Field.TITLE,
    "DESCRIPTION": Field.DESCRIPTION,
    "KEYWORDS": Field.KEYWORDS,
    "CATEGORY": Field.CATEGORY,
    "SUBCATEGORY": Field.SUBCATEGORY,
    "CATID": Field.CATID,
    "FXNAME": Field.FX_NAME,
    "USERCATEGORY": Field.USER_CATEGORY,
    "VENDORCATEGORY": Field.VENDOR_CATEGORY,
    "SHORTID": Field.CREATOR,
    "DESIGNER": Field.ARTIST,
    "ARTIST": Field.ARTIST,
    "LIBRARY": Field.LIBRARY,
    "MANUFACTURER": Field.MANUFACTURER,
    "SHOW": Field.SHOW,
    "NOTES": Field.NOTES,
    "MICROPHONE": Field.MICROPHONE,
    "MICPERSPECTIVE": Field.PERSPECTIVE,
    "LOCATION": Field.LOCATION,
    "RELEASEDATE": Field.RECORDED,
    "URL": Field.URL,
}
"""Of the `USER` block of `iXML`, in capitals."""

ASWG: Final[Mapping[str, Field]] = {
    "catId": Field.CATID,
    "category": Field.CATEGORY,
    "subCategory": Field.SUBCATEGORY,
    "userCategory": Field.USER_CATEGORY,
    "vendorCategory": Field.VENDOR_CATEGORY,
    "fxName": Field.FX_NAME,
    "library": Field.LIBRARY,
    "creatorId": Field.CREATOR,
    "sourceId": Field.SOURCE,
    "notes": Field.NOTES,
    "originator": Field.ARTIST,
    "micType": Field.MICROPHONE,
    "micDistance": Field.PERSPECTIVE,
    "recordingLoc": Field.LOCATION,
    "tempo": Field.TEMPO,
    "inKey": Field.KEY,
    "genre": Field.GENRE,
}

IXML: Final[Mapping[tuple[str, ...], Field]] = {
    ("NOTE",): Field.NOTES,
    ("SCENE",): Field.SCENE,
    ("TAKE",): Field.TAKE,
    ("PROJECT",): Field.SHOW,
    ("BEXT", "BWF_DESCRIPTION"): Field.DESCRIPTION,
    ("BEXT", "BWF_ORIGINATOR"): Field.ARTIST,
}

ID3: Final[Mapping[str, Field]] = {
    "TIT2": Field.TITLE,
    "COMM": Field.DESCRIPTION,
    "TPE1": Field.ARTIST,
    "TPE2": Field.SHOW,
    "TALB": Field.LIBRARY,
    "TCON": Field.GENRE,
    "TBPM": Field.TEMPO,
    "TKEY": Field.KEY,
    "TDRC": Field.RECORDED,
    "TCOP": Field.COPYRIGHT,
    "WOAF": Field.URL,
}

VORBIS: Final[Mapping[str, Field]] = {
    "title": Field.TITLE,
    "description": Field.DESCRIPTION,
    "comment": Field.DESCRIPTION,
    "artist": Field.ARTIST,
    "album": Field.LIBRARY,
    "genre": Field.GENRE,
    "date": Field.RECORDED,
    "bpm": Field.TEMPO,
    "tempo": Field.TEMPO,
    "key": Field.KEY,
    "initialkey": Field.KEY,
    "copyright": Field.COPYRIGHT,
    "location": Field.LOCATION,
    "url": Field.URL,
}

MP4: Final[Mapping[str, Field]] = {
    "\xa9nam": Field.TITLE,
    "\xa9cmt": Field.DESCRIPTION,
    "desc": Field.DESCRIPTION,
    "ldes": Field.DESCRIPTION,
    "\xa9ART": Field.ARTIST,
    "\xa9alb": Field.LIBRARY,
    "\xa9gen": Field.GENRE,
    "\xa9day": Field.RECORDED,
    "tmpo": Field.TEMPO,
    "keyw": Field.KEYWORDS,
    "catg": Field.CATEGORY,
    "cprt": Field.COPYRIGHT,
}

AIFF: Final[Mapping[bytes, Field]] = {
    b"NAME": Field.TITLE,
    b"AUTH": Field.ARTIST,
    b"ANNO": Field.DESCRIPTION,
    b"(c) ": Field.COPYRIGHT,
}

BY_NAME: Final[Mapping[str, Field]] = {**USER, "CREATORID": Field.CREATOR, "SOURCEID": Field.SOURCE}
"""Fields that files of other kinds keep under a name of their own choice: `TXXX` of ID3, Vorbis comments, MP4's free
form; compared in capitals and without blanks and `_`.
"""

"""The schemas of the two database files, oldest step first. Never edit a step that was released: append one.

`library.db` holds what people made and what was found in their folders; `cache.db` what can be computed again.
"""

import apsw

APPLICATION_ID = 0x4561724D
"""Marks both files as ours ("EarM" in SQLite's header)."""

LIBRARY_STEPS: tuple[str, ...] = (
    """
    CREATE TABLE main.folders (
        folder_id INTEGER PRIMARY KEY AUTOINCREMENT,
        path BLOB NOT NULL UNIQUE,
        path_key TEXT NOT NULL,
        name_key TEXT NOT NULL,
        online INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    CREATE TABLE main.exclusions (pattern TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    CREATE TABLE main.contents (
        content_id BLOB PRIMARY KEY,
        container TEXT NOT NULL,
        encoding TEXT NOT NULL,
        sample_rate INTEGER NOT NULL,
        channels INTEGER NOT NULL,
        frames INTEGER NOT NULL,
        seconds REAL NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE main.sounds (
        sound_id INTEGER PRIMARY KEY AUTOINCREMENT,
        folder_id INTEGER NOT NULL REFERENCES folders ON DELETE CASCADE,
        relative BLOB NOT NULL,
        directory_key TEXT NOT NULL,
        name_key TEXT NOT NULL,
        size INTEGER NOT NULL,
        modified_ns INTEGER NOT NULL,
        inode INTEGER NOT NULL,
        missing INTEGER NOT NULL DEFAULT 0,
        content_id BLOB,
        was_heard INTEGER NOT NULL DEFAULT 0,
        problem TEXT,
        silent INTEGER NOT NULL DEFAULT 0,
        UNIQUE (folder_id, relative)
    ) STRICT;
    CREATE INDEX main.sounds_by_content ON sounds (content_id) WHERE content_id IS NOT NULL;
    CREATE INDEX main.sounds_by_inode ON sounds (inode);
    CREATE INDEX main.sounds_unheard ON sounds (sound_id) WHERE content_id IS NULL AND problem IS NULL AND missing = 0;
    CREATE INDEX main.sounds_with_problem ON sounds (sound_id) WHERE problem IS NOT NULL;
    CREATE TABLE main.verdicts (
        content_id BLOB NOT NULL,
        vocabulary_id TEXT NOT NULL,
        tag_id TEXT NOT NULL,
        judgement TEXT NOT NULL,
        PRIMARY KEY (content_id, vocabulary_id, tag_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX main.verdicts_by_tag ON verdicts (vocabulary_id, tag_id);
    """,
    """
    CREATE TABLE main.marks (
        content_id BLOB PRIMARY KEY,
        rating INTEGER NOT NULL DEFAULT 0 CHECK (rating BETWEEN 0 AND 5),
        favourite INTEGER NOT NULL DEFAULT 0,
        note TEXT NOT NULL DEFAULT '',
        note_key TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE main.collections (
        collection_id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE main.collected (
        collection_id INTEGER NOT NULL REFERENCES collections ON DELETE CASCADE,
        content_id BLOB NOT NULL,
        PRIMARY KEY (collection_id, content_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX main.collected_by_content ON collected (content_id);
    ALTER TABLE main.sounds ADD COLUMN added INTEGER;
    """,
    """
    ALTER TABLE main.sounds ADD COLUMN former_content_id BLOB;
    ALTER TABLE main.sounds ADD COLUMN passing INTEGER;
    CREATE INDEX main.sounds_by_former ON sounds (former_content_id) WHERE former_content_id IS NOT NULL;
    CREATE TABLE main.successors (content_id BLOB PRIMARY KEY, successor BLOB NOT NULL) STRICT, WITHOUT ROWID;
    """,
    """
    CREATE TABLE main.own_texts (
        content_id BLOB NOT NULL,
        field TEXT NOT NULL,
        text_key TEXT NOT NULL,
        PRIMARY KEY (content_id, field, text_key)
    ) STRICT, WITHOUT ROWID;
    """,
)

CACHE_STEPS: tuple[str, ...] = (
    """
    CREATE TABLE cache.embedders (
        embedder_number INTEGER PRIMARY KEY,
        embedder_id TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE cache.embeddings (
        embedding_number INTEGER PRIMARY KEY,
        embedder_number INTEGER NOT NULL,
        content_id BLOB NOT NULL,
        vector BLOB NOT NULL,
        UNIQUE (embedder_number, content_id)
    ) STRICT;
    CREATE TABLE cache.prompts (
        embedder_number INTEGER NOT NULL,
        prompt BLOB NOT NULL,
        vector BLOB NOT NULL,
        PRIMARY KEY (embedder_number, prompt)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE cache.background_vectors (
        embedder_number INTEGER PRIMARY KEY,
        dimension INTEGER NOT NULL,
        vectors BLOB NOT NULL
    ) STRICT;
    CREATE TABLE cache.thumbnails (content_id BLOB PRIMARY KEY, thumbnail BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE cache.peaks (
        peaks_number INTEGER PRIMARY KEY,
        content_id BLOB NOT NULL UNIQUE,
        peaks BLOB NOT NULL
    ) STRICT;
    """,
    """
    CREATE TABLE cache.loudness (
        content_id BLOB PRIMARY KEY,
        integrated REAL,
        peak REAL NOT NULL,
        channels INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """,
    """
    CREATE TABLE cache.analyses (
        analysis_number INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE cache.analysed (
        analysis_number INTEGER NOT NULL,
        content_id BLOB NOT NULL,
        version INTEGER NOT NULL,
        problem TEXT,
        PRIMARY KEY (analysis_number, content_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE cache.windows (
        windows_number INTEGER PRIMARY KEY AUTOINCREMENT,
        embedder_number INTEGER NOT NULL,
        content_id BLOB NOT NULL,
        seconds REAL NOT NULL,
        starts BLOB NOT NULL,
        scales BLOB NOT NULL,
        lengths BLOB NOT NULL,
        coarse BLOB NOT NULL,
        fine BLOB NOT NULL,
        UNIQUE (embedder_number, content_id)
    ) STRICT;
    """,
    """
    CREATE TABLE cache.quality (
        content_id BLOB PRIMARY KEY,
        sample_rate INTEGER NOT NULL,
        channels INTEGER NOT NULL,
        loudness REAL,
        true_peak REAL,
        level REAL,
        bandwidth REAL,
        clipped INTEGER NOT NULL,
        dc_offset REAL NOT NULL,
        signal_to_noise REAL,
        active REAL NOT NULL,
        side_level REAL,
        dropouts INTEGER NOT NULL,
        warnings TEXT NOT NULL,
        judgement INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE cache.music (
        content_id BLOB PRIMARY KEY,
        tempo REAL,
        key TEXT,
        pitch REAL,
        note TEXT,
        kind TEXT
    ) STRICT, WITHOUT ROWID;
    """,
    """
    CREATE TABLE cache.file_texts (
        sound_id INTEGER PRIMARY KEY,
        version INTEGER NOT NULL,
        size INTEGER NOT NULL,
        modified_ns INTEGER NOT NULL,
        inode INTEGER NOT NULL,
        name_key TEXT NOT NULL,
        texts TEXT NOT NULL
    ) STRICT;
    CREATE TABLE cache.file_text_keys (
        field TEXT NOT NULL,
        sound_id INTEGER NOT NULL,
        text_key TEXT NOT NULL,
        PRIMARY KEY (field, sound_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX cache.file_text_keys_by_sound ON file_text_keys (sound_id);
    """,
    """
    ALTER TABLE cache.file_texts ADD COLUMN unread INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE cache.file_texts ADD COLUMN markers TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE cache.file_texts ADD COLUMN problems TEXT NOT NULL DEFAULT '[]';
    """,
)


def version_of(connection: apsw.Connection, schema: str) -> int:
    """How many steps the file attached as `schema` has seen."""
    return int(connection.pragma("user_version", schema=schema))


def migrate(connection: apsw.Connection, schema: str, steps: tuple[str, ...]) -> None:
    """Bring one file up to date, one transaction a step: a crash leaves it at the old or the new version."""
    for number in range(version_of(connection, schema), len(steps)):
        connection.execute("BEGIN IMMEDIATE")
        try:
            connection.execute(steps[number])
            connection.execute(f"PRAGMA {schema}.application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA {schema}.user_version = {number + 1}")
            connection.execute("COMMIT")
        except apsw.Error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise

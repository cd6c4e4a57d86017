"""What `cache.db` keeps by the number of a sound, and what becomes of it when the numbers mean other sounds.

All else there goes by what is heard, or by numbers of its own. A library that is begun anew counts its sounds from one
again, and one that is put in another's place may have given the same numbers to other sounds.
"""

import apsw

_TABLES = ("file_texts", "file_text_keys")
_HIGHEST = "SELECT coalesce(max(seq), 0) FROM main.sqlite_sequence WHERE name = 'sounds'"
_SAME = """
    SELECT sounds.sound_id FROM main.sounds JOIN cache.file_texts USING (sound_id, name_key, size, modified_ns)
"""


def forget_unknown_sounds(connection: apsw.Connection) -> None:
    """Forget what is kept of sounds that the library never had: quick, for no number is ever given twice in one."""
    highest = connection.execute(_HIGHEST).get
    for table in _TABLES:
        if (connection.execute(f"SELECT max(sound_id) FROM cache.{table}").get or 0) > highest:
            connection.execute(f"DELETE FROM cache.{table} WHERE sound_id > ?", (highest,))


def forget_other_sounds(connection: apsw.Connection) -> None:
    """Forget what is kept of files that are not those of the library's sounds with these numbers."""
    for table in reversed(_TABLES):
        connection.execute(f"DELETE FROM cache.{table} WHERE sound_id NOT IN ({_SAME})")

-- Events of the same second are ordered by id, byte by byte, whatever the database's own collation: a team is replayed
-- in that order, in SQL and beside it. Rebuilds the indexes that begin with an id; no row is written anew.
ALTER TABLE event ALTER COLUMN event_id TYPE text COLLATE "C";
ALTER TABLE event_record ALTER COLUMN event_id TYPE text COLLATE "C";
ALTER TABLE event_delivery ALTER COLUMN event_id TYPE text COLLATE "C";
ALTER TABLE event_conflict ALTER COLUMN event_id TYPE text COLLATE "C";
ALTER TABLE withdrawal ALTER COLUMN event_id TYPE text COLLATE "C";

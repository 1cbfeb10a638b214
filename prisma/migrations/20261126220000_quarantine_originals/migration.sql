-- Of what is refused the originals go first: entries that still have theirs, by age.
CREATE INDEX "quarantine_event_original" ON "quarantine_event"("state", "stream_ms") WHERE octet_length("original") > 0;

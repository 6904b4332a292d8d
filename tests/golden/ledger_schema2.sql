-- A ledger of schema 2 as the program made it, without rows.
PRAGMA application_id = 1381190990;
PRAGMA user_version = 2;
CREATE TABLE actors (
	actor TEXT NOT NULL, 
	documents INTEGER NOT NULL, 
	PRIMARY KEY (actor)
)
 WITHOUT ROWID

;
CREATE TABLE corrections (
	id TEXT NOT NULL, 
	target TEXT NOT NULL, 
	at TEXT NOT NULL, 
	record TEXT NOT NULL, 
	document TEXT DEFAULT '' NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE decisions (
	id TEXT NOT NULL, 
	target TEXT NOT NULL, 
	at TEXT NOT NULL, 
	record TEXT NOT NULL, 
	document TEXT NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE failures (
	source TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	hint TEXT NOT NULL, 
	failed_at TEXT NOT NULL, 
	PRIMARY KEY (source, reason)
)
 WITHOUT ROWID

;
CREATE TABLE gists (
	document TEXT NOT NULL, 
	extractor TEXT NOT NULL, 
	record BLOB NOT NULL, 
	PRIMARY KEY (document, extractor)
);
CREATE TABLE readings (
	id INTEGER NOT NULL, 
	document TEXT NOT NULL, 
	extractor TEXT NOT NULL, 
	read_at TEXT NOT NULL, 
	sentences INTEGER NOT NULL, 
	defects INTEGER NOT NULL, 
	timexes INTEGER NOT NULL, 
	mentions INTEGER NOT NULL, 
	attributions INTEGER NOT NULL, 
	events INTEGER NOT NULL, 
	rejections INTEGER, 
	steps INTEGER, 
	known TEXT DEFAULT '' NOT NULL, 
	carrier TEXT, 
	amends INTEGER, 
	PRIMARY KEY (id), 
	UNIQUE (document, extractor), 
	FOREIGN KEY(amends) REFERENCES readings (id)
);
CREATE TABLE sources (
	sha256 TEXT NOT NULL, 
	name TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	bytes BLOB NOT NULL, 
	received_at TEXT NOT NULL, 
	PRIMARY KEY (sha256)
);
CREATE TABLE vectors (
	model TEXT NOT NULL, 
	hash BLOB NOT NULL, 
	vector BLOB NOT NULL, 
	PRIMARY KEY (model, hash)
)
 WITHOUT ROWID

;
CREATE TABLE applications (
	reading INTEGER NOT NULL, 
	word TEXT NOT NULL, 
	target TEXT, 
	PRIMARY KEY (reading, word), 
	FOREIGN KEY(reading) REFERENCES readings (id)
)
 WITHOUT ROWID

;
CREATE TABLE attributions (
	reading INTEGER NOT NULL, 
	n INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	force TEXT NOT NULL, 
	earliest TEXT, 
	latest TEXT, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	record TEXT NOT NULL, 
	PRIMARY KEY (reading, n), 
	FOREIGN KEY(reading) REFERENCES readings (id)
)
 WITHOUT ROWID

;
CREATE TABLE completions (
	source TEXT NOT NULL, 
	extractor TEXT NOT NULL, 
	completed_at TEXT NOT NULL, 
	PRIMARY KEY (source, extractor), 
	FOREIGN KEY(source) REFERENCES sources (sha256)
)
 WITHOUT ROWID

;
CREATE TABLE defects (
	reading INTEGER NOT NULL, 
	n INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	record TEXT NOT NULL, 
	PRIMARY KEY (reading, n), 
	FOREIGN KEY(reading) REFERENCES readings (id)
)
 WITHOUT ROWID

;
CREATE TABLE documents (
	reading INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	source TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	name TEXT NOT NULL, 
	title TEXT NOT NULL, 
	outlet TEXT, 
	earliest TEXT, 
	latest TEXT, 
	text TEXT NOT NULL, 
	parse BLOB NOT NULL, 
	record TEXT NOT NULL, 
	PRIMARY KEY (reading), 
	FOREIGN KEY(reading) REFERENCES readings (id), 
	FOREIGN KEY(source) REFERENCES sources (sha256)
);
CREATE TABLE events (
	reading INTEGER NOT NULL, 
	n INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	type TEXT NOT NULL, 
	status TEXT NOT NULL, 
	earliest TEXT, 
	latest TEXT, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	record TEXT NOT NULL, 
	PRIMARY KEY (reading, n), 
	FOREIGN KEY(reading) REFERENCES readings (id)
)
 WITHOUT ROWID

;
CREATE TABLE mentions (
	reading INTEGER NOT NULL, 
	n INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	record TEXT NOT NULL, 
	PRIMARY KEY (reading, n), 
	FOREIGN KEY(reading) REFERENCES readings (id)
)
 WITHOUT ROWID

;
CREATE TABLE parts (
	actor TEXT NOT NULL, 
	role TEXT NOT NULL, 
	day TEXT NOT NULL, 
	reading INTEGER NOT NULL, 
	n INTEGER NOT NULL, 
	latest TEXT, 
	PRIMARY KEY (actor, role, day, reading, n), 
	FOREIGN KEY(reading) REFERENCES readings (id)
)
 WITHOUT ROWID

;
CREATE TABLE rejections (
	reading INTEGER NOT NULL, 
	n INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	type TEXT, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	record TEXT NOT NULL, 
	PRIMARY KEY (reading, n), 
	FOREIGN KEY(reading) REFERENCES readings (id)
)
 WITHOUT ROWID

;
CREATE TABLE steps (
	reading INTEGER NOT NULL, 
	n INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	affair TEXT NOT NULL, 
	status TEXT NOT NULL, 
	earliest TEXT, 
	latest TEXT, 
	due_earliest TEXT, 
	due_latest TEXT, 
	around_start INTEGER NOT NULL, 
	around_end INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	record TEXT NOT NULL, 
	PRIMARY KEY (reading, n), 
	FOREIGN KEY(reading) REFERENCES readings (id)
)
 WITHOUT ROWID

;
CREATE TABLE timexes (
	reading INTEGER NOT NULL, 
	n INTEGER NOT NULL, 
	value TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	record TEXT NOT NULL, 
	PRIMARY KEY (reading, n), 
	FOREIGN KEY(reading) REFERENCES readings (id)
)
 WITHOUT ROWID

;
CREATE VIRTUAL TABLE full_text USING fts5(title, text, content='documents', content_rowid='reading', tokenize="unicode61 remove_diacritics 2");
CREATE INDEX ix_corrections_document ON corrections (document);
CREATE INDEX ix_corrections_target ON corrections (target);
CREATE INDEX ix_decisions_document ON decisions (document);
CREATE INDEX ix_decisions_target ON decisions (target);
CREATE INDEX ix_readings_carrier ON readings (carrier);
CREATE INDEX ix_applications_target ON applications (target);
CREATE INDEX ix_attributions_force ON attributions (force);
CREATE INDEX ix_attributions_id ON attributions (id);
CREATE INDEX ix_documents_earliest ON documents (earliest);
CREATE INDEX ix_documents_id ON documents (id);
CREATE INDEX ix_documents_source ON documents (source);
CREATE INDEX events_by_type ON events (type, status);
CREATE INDEX events_unsure ON events (json_extract(record, '$.score')) WHERE json_extract(record, '$.score') < 0.7;
CREATE INDEX ix_events_earliest ON events (earliest);
CREATE INDEX ix_events_id ON events (id);
CREATE INDEX ix_mentions_id ON mentions (id);
CREATE INDEX ix_rejections_id ON rejections (id);
CREATE INDEX rejections_unsure ON rejections (json_extract(record, '$.score')) WHERE json_extract(record, '$.score') > 0.25;
CREATE INDEX ix_steps_due_latest ON steps (due_latest);
CREATE INDEX ix_steps_id ON steps (id);
CREATE INDEX steps_by_affair ON steps (affair, earliest);
CREATE TRIGGER documents_full_text AFTER INSERT ON documents BEGIN INSERT INTO full_text(rowid, title, text) VALUES (new.reading, new.title, new.text); END;
CREATE TRIGGER sources_no_update BEFORE UPDATE ON sources BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER sources_no_delete BEFORE DELETE ON sources BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER completions_no_update BEFORE UPDATE ON completions BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER completions_no_delete BEFORE DELETE ON completions BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER readings_no_update BEFORE UPDATE ON readings BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER readings_no_delete BEFORE DELETE ON readings BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER documents_no_update BEFORE UPDATE ON documents BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER defects_no_update BEFORE UPDATE ON defects BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER defects_no_delete BEFORE DELETE ON defects BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER timexes_no_update BEFORE UPDATE ON timexes BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER timexes_no_delete BEFORE DELETE ON timexes BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER mentions_no_update BEFORE UPDATE ON mentions BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER mentions_no_delete BEFORE DELETE ON mentions BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER attributions_no_update BEFORE UPDATE ON attributions BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER attributions_no_delete BEFORE DELETE ON attributions BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER events_no_update BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER rejections_no_update BEFORE UPDATE ON rejections BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER rejections_no_delete BEFORE DELETE ON rejections BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER steps_no_update BEFORE UPDATE ON steps BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER steps_no_delete BEFORE DELETE ON steps BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER parts_no_update BEFORE UPDATE ON parts BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER parts_no_delete BEFORE DELETE ON parts BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER corrections_no_update BEFORE UPDATE ON corrections BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER corrections_no_delete BEFORE DELETE ON corrections BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER applications_no_update BEFORE UPDATE ON applications BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER applications_no_delete BEFORE DELETE ON applications BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;

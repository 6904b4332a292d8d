-- The statements that made a ledger of schema 1, as rashomon 0.1.0 did.
CREATE TABLE corrections (
	id TEXT NOT NULL, 
	target TEXT NOT NULL, 
	at TEXT NOT NULL, 
	record TEXT NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE failures (
	source TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	hint TEXT NOT NULL, 
	failed_at TEXT NOT NULL, 
	PRIMARY KEY (source, reason)
)
 WITHOUT ROWID;
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
	PRIMARY KEY (id), 
	UNIQUE (document, extractor)
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
 WITHOUT ROWID;
CREATE TABLE attributions (
	reading INTEGER NOT NULL, 
	n INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	force TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	record TEXT NOT NULL, 
	PRIMARY KEY (reading, n), 
	FOREIGN KEY(reading) REFERENCES readings (id)
)
 WITHOUT ROWID;
CREATE TABLE completions (
	source TEXT NOT NULL, 
	extractor TEXT NOT NULL, 
	completed_at TEXT NOT NULL, 
	PRIMARY KEY (source, extractor), 
	FOREIGN KEY(source) REFERENCES sources (sha256)
)
 WITHOUT ROWID;
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
 WITHOUT ROWID;
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
 WITHOUT ROWID;
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
 WITHOUT ROWID;
CREATE TABLE parts (
	actor TEXT NOT NULL, 
	role TEXT NOT NULL, 
	reading INTEGER NOT NULL, 
	n INTEGER NOT NULL, 
	PRIMARY KEY (actor, role, reading, n), 
	FOREIGN KEY(reading) REFERENCES readings (id)
)
 WITHOUT ROWID;
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
 WITHOUT ROWID;
CREATE INDEX ix_corrections_target ON corrections (target);
CREATE INDEX ix_attributions_force ON attributions (force);
CREATE INDEX ix_attributions_id ON attributions (id);
CREATE INDEX ix_documents_earliest ON documents (earliest);
CREATE INDEX ix_documents_id ON documents (id);
CREATE INDEX ix_documents_source ON documents (source);
CREATE INDEX events_by_type ON events (type, status);
CREATE INDEX ix_events_earliest ON events (earliest);
CREATE INDEX ix_events_id ON events (id);
CREATE INDEX ix_mentions_id ON mentions (id);
CREATE VIRTUAL TABLE full_text USING fts5(title, text, content='documents', content_rowid='reading', tokenize="unicode61 remove_diacritics 2");
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
CREATE TRIGGER parts_no_update BEFORE UPDATE ON parts BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER parts_no_delete BEFORE DELETE ON parts BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER corrections_no_update BEFORE UPDATE ON corrections BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER corrections_no_delete BEFORE DELETE ON corrections BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
PRAGMA application_id = 1381190990;
PRAGMA user_version = 1;

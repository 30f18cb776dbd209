import type { Migration } from "./migration.ts";

/** PostgreSQL applies a batch in one round trip; SQLite's writer does it in the process. */
export const commitBatch: Migration = {
  number: 2,
  name: "commit-batch",
  sqlite: "",
  postgres: `
    CREATE FUNCTION gatepool.lock_id(collection text, key text) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN hashtextextended(collection || E'\\x01' || key, 0);

    -- Applies the writes in order. Returns the position of the first whose condition does not
    -- hold, and then has written nothing; NULL when all is written.
    CREATE FUNCTION gatepool.commit_batch(batch jsonb, now_ms bigint) RETURNS integer
    LANGUAGE plpgsql AS $function$
    DECLARE
      write record;
      standing record;
      live_version bigint;
      refused integer;
    BEGIN
      -- A lock for each record, whether it exists or not, so that "absent" can be relied on. All
      -- take them in the same order, so that no two batches wait for each other.
      PERFORM CASE WHEN writes THEN pg_advisory_xact_lock(id)
              ELSE pg_advisory_xact_lock_shared(id) END
      FROM (
        SELECT gatepool.lock_id(each.collection, each.key) AS id,
               bool_or(each.kind <> 'check') AS writes
        FROM jsonb_to_recordset(batch) AS each (kind text, collection text, key text)
        WHERE each.kind <> 'add' GROUP BY 1 ORDER BY 1
      ) AS locks;

      FOR write IN
        SELECT * FROM ROWS FROM (jsonb_to_recordset(batch) AS (
          kind text, collection text, key text, condition text, version bigint, value text,
          entries jsonb, "expiresAt" bigint
        )) WITH ORDINALITY WHERE kind <> 'add' ORDER BY ordinality
      LOOP
        SELECT version, entries, expires_at INTO standing FROM gatepool.records
        WHERE collection = write.collection AND key = write.key;
        live_version := CASE WHEN standing.version IS NULL OR standing.expires_at <= now_ms THEN 0
                        ELSE standing.version END;

        IF (CASE write.condition
          WHEN 'absent' THEN live_version > 0
          WHEN 'exists' THEN live_version = 0
          WHEN 'version' THEN live_version = 0 OR live_version <> write.version
          ELSE false
        END) THEN
          refused := write.ordinality - 1;
          RAISE EXCEPTION USING ERRCODE = 'GP001';
        END IF;

        IF write.kind = 'put' THEN
          INSERT INTO gatepool.records (collection, key, version, value, entries, expires_at)
          VALUES (write.collection, write.key, live_version + 1, write.value, write.entries,
                  write."expiresAt")
          ON CONFLICT (collection, key) DO UPDATE
          SET version = EXCLUDED.version, value = EXCLUDED.value, entries = EXCLUDED.entries,
              expires_at = EXCLUDED.expires_at;
        ELSIF write.kind = 'remove' THEN
          DELETE FROM gatepool.records WHERE collection = write.collection AND key = write.key;
        END IF;

        IF write.kind <> 'check' AND standing.entries IS DISTINCT FROM write.entries THEN
          DELETE FROM gatepool.index_entries AS each
          USING jsonb_each_text(standing.entries) AS old (name, entry)
          WHERE each.collection = write.collection AND each.name = old.name
            AND each.entry = old.entry;
          INSERT INTO gatepool.index_entries (collection, name, entry, record_key)
          SELECT write.collection, new.name, new.entry, write.key
          FROM jsonb_each_text(write.entries) AS new (name, entry);
        END IF;
      END LOOP;

      -- Last and in order, as these rows are the ones that batches share.
      INSERT INTO gatepool.totals AS standing_total (collection, key, slot, amount)
      SELECT each.collection, each.key, pg_backend_pid() % 16, sum(each.amount)
      FROM jsonb_to_recordset(batch) AS each (kind text, collection text, key text, amount bigint)
      WHERE each.kind = 'add' GROUP BY 1, 2 ORDER BY 1, 2
      ON CONFLICT (collection, key, slot) DO UPDATE
      SET amount = standing_total.amount + EXCLUDED.amount;
      RETURN NULL;
    EXCEPTION WHEN SQLSTATE 'GP001' THEN
      -- Caught here and not by the caller, so that the server does not log it as an error.
      RETURN refused;
    END
    $function$;

    -- Removes at most max_count expired records. What a batch is just writing is left to it.
    CREATE FUNCTION gatepool.sweep(now_ms bigint, max_count integer) RETURNS integer
    LANGUAGE plpgsql AS $function$
    DECLARE
      expired record;
      gone record;
      removed integer := 0;
    BEGIN
      FOR expired IN
        SELECT collection, key FROM gatepool.records
        WHERE expires_at <= now_ms ORDER BY expires_at LIMIT max_count
      LOOP
        CONTINUE WHEN NOT pg_try_advisory_xact_lock(
          gatepool.lock_id(expired.collection, expired.key));
        DELETE FROM gatepool.records
        WHERE collection = expired.collection AND key = expired.key AND expires_at <= now_ms
        RETURNING collection, entries INTO gone;
        CONTINUE WHEN NOT FOUND;
        DELETE FROM gatepool.index_entries AS each
        USING jsonb_each_text(gone.entries) AS old (name, entry)
        WHERE each.collection = gone.collection AND each.name = old.name
          AND each.entry = old.entry;
        removed := removed + 1;
      END LOOP;
      RETURN removed;
    END
    $function$;`,
};

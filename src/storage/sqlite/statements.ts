/** A record by its key, unless it expired. */
export const recordSql = `
  SELECT version, value FROM records
  WHERE collection = ? AND key = ? AND (expires_at IS NULL OR expires_at > ?)`;

/** Records in the order of their keys. */
export const listByKeySql = `
  SELECT key AS place, version, value FROM records
  WHERE collection = ? AND key >= ? AND key < ? AND (expires_at IS NULL OR expires_at > ?)
  ORDER BY key LIMIT ?`;

/** Records in the order of an index. CROSS JOIN keeps SQLite from turning the order around. */
export const listByIndexSql = `
  SELECT e.entry AS place, r.version, r.value
  FROM index_entries e CROSS JOIN records r ON r.collection = e.collection AND r.key = e.record_key
  WHERE e.collection = ? AND e.name = ? AND e.entry >= ? AND e.entry < ?
    AND (r.expires_at IS NULL OR r.expires_at > ?)
  ORDER BY e.entry LIMIT ?`;

export const totalSql = "SELECT amount FROM totals WHERE collection = ? AND key = ?";

/** What a write has to know of the record that it meets, expired or not. */
export const standingSql = `
  SELECT id, version, entries, expires_at FROM records WHERE collection = ? AND key = ?`;

export const insertSql = `
  INSERT INTO records (collection, key, version, value, entries, expires_at)
  VALUES (?, ?, 1, ?, ?, ?)`;

export const updateSql = `
  UPDATE records SET version = ?, value = ?, entries = ?, expires_at = ? WHERE id = ?`;

export const deleteSql = "DELETE FROM records WHERE id = ?";

export const insertEntrySql = `
  INSERT INTO index_entries (collection, name, entry, record_key) VALUES (?, ?, ?, ?)`;

export const deleteEntrySql = `
  DELETE FROM index_entries WHERE collection = ? AND name = ? AND entry = ?`;

export const addSql = `
  INSERT INTO totals (collection, key, amount) VALUES (?, ?, ?)
  ON CONFLICT DO UPDATE SET amount = amount + excluded.amount`;

/** Some records that expired, longest gone first. */
export const expiredSql = `
  SELECT id, collection, entries FROM records
  WHERE expires_at <= ? ORDER BY expires_at LIMIT ?`;

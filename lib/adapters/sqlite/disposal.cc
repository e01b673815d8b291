// The end of a document: its record becomes what says that it was there, and every copy of its content goes.
#include "adapters/sqlite/store.h"
#include "record/codec.h"

namespace ap::sqlite {

bool SqliteStore::dispose(const Record& rest, State before, const Event& event) {
  std::lock_guard lock(mutex_);
  database_.execute("PRAGMA secure_delete=ON");  // freed space of the file is overwritten with zeros
  {
    Transaction transaction(database_);
    if (!is_free(rest.id, before)) return false;
    write_record(rest, event);
    database_.prepare("UPDATE documents SET disposed = 1 WHERE id = ?").bind(rest.id).run();
    database_.prepare("UPDATE batch_documents SET record = ? WHERE document_id = ?")
        .bind(to_json_line(rest), rest.id)
        .run();
    index_one({rest.id, {}, ""});
    database_.prepare("DELETE FROM repeat_profiles WHERE document = (SELECT seq FROM documents WHERE id = ?)")
        .bind(rest.id)
        .run();
    database_.prepare("DELETE FROM event_values WHERE event IN (SELECT seq FROM events WHERE document_id = ?)")
        .bind(rest.id)
        .run();
    database_.prepare("DELETE FROM bill_shares WHERE document = (SELECT seq FROM documents WHERE id = ?)")
        .bind(rest.id)
        .run();
    for (const char* table : {"bill_marks", "bills"})
      database_.prepare(std::string("DELETE FROM ") + table + " WHERE document_id = ?").bind(rest.id).run();
    transaction.commit();
  }
  database_.execute("PRAGMA secure_delete=OFF; PRAGMA wal_checkpoint(TRUNCATE)");  // the log holds it still
  return true;
}

}  // namespace ap::sqlite

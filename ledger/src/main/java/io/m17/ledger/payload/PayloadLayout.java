package io.m17.ledger.payload;

/// The 64 bytes of a payload record, little-endian; the record log owns the first four. Offsets here count from byte 4,
/// where the record's body begins.
///
/// | offset | size | field |
/// | ---: | ---: | --- |
/// | 0 | 1 | schema version |
/// | 1 | 1 | source: 1 flat file, 2 live feed, 3 derived |
/// | 2 | 2 | symbol id |
/// | 4 | 4 | window index in the year, or 0xFFFFFFFF for the record that all empty windows of the symbol share |
/// | 8 | 4 | version |
/// | 12 | 8 | written, nanoseconds since the Unix epoch |
/// | 20 | 4 | artifact id |
/// | 24 | 4 | first row in the artifact |
/// | 28 | 4 | row count |
/// | 32 | 4 | content checksum |
/// | 36 | 4 | digest: of the inputs' content, or of the state carried out of a trade or quote window |
/// | 40 | 20 | fields of the kind |
///
/// | kind | at 40 | at 48 | at 56 |
/// | --- | --- | --- | --- |
/// | trade | first_ts i64 | last_ts i64 | compression u8, zero u24 |
/// | quote | first_ts i64 | last_ts i64 | zero u32 |
/// | aggressor | minute_ts i64 | trade_payload_id u32, quote_payload_id u32 | zero u32 |
/// | greeks | minute_ts i64 | rf_rate_payload_id u32, greeks_version u32 | zero u32 |
/// | aggregate | minute_ts i64 | source span: first row u32, row behind the last u32 | window u8, complete u8, zero u16
/// |
///
/// In the shared record of a trade or quote map, first_ts is the number of the instrument's rows before the open and
/// last_ts that of its rows after the close; they stand in the artifact from `first row` on and from behind the last
/// window's rows on.
final class PayloadLayout {
    static final int RECORD_LENGTH_BYTES = 64;
    static final int BODY_LENGTH_BYTES = RECORD_LENGTH_BYTES - 4;
    static final int SCHEMA_VERSION = 0;
    static final int SOURCE = 1;
    static final int SYMBOL_ID = 2;
    static final int WINDOW = 4;
    static final int VERSION = 8;
    static final int WRITTEN_NS = 12;
    static final int ARTIFACT_ID = 20;
    static final int FIRST_ROW = 24;
    static final int ROW_COUNT = 28;
    static final int CHECKSUM = 32;
    static final int DIGEST = 36;
    static final int KIND_A = 40;
    static final int KIND_B = 48;
    static final int KIND_C = 56;

    /// The schema version that this code writes.
    static final int CURRENT_SCHEMA = 1;

    private PayloadLayout() {}
}

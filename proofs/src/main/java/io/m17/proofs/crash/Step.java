package io.m17.proofs.crash;

import io.m17.ledger.PayloadType;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import java.time.LocalDate;
import java.util.List;

/// One thing that the workload is about to do, and what is there when it is done. One line of text on a pipe.
sealed interface Step {
    /// A session is opened.
    record Opened(LocalDate session) implements Step {}

    /// A symbol has got its id.
    record Symbol(int id) implements Step {}

    /// A session lists a symbol.
    record Listed(LocalDate session, int symbolId) implements Step {}

    /// A curve is in the rate map.
    record Curve(int id) implements Step {}

    /// A record is in a session's map.
    record Stored(LocalDate session, PayloadType type, int id, int version) implements Step {}

    /// The artifact log has an entry.
    record Artifact(LocalDate session, long id) implements Step {}

    /// A slot is as it says.
    record Slot(LocalDate session, SlotColumn column, int symbolId, int minute, Cell cell) implements Step {}

    /// The audit log has that many entries, or more.
    record Audited(long count) implements Step {}

    /// A log of its own has a record.
    record Appended(String log, long number) implements Step {}

    /// A log of its own is on the disk up to a record.
    record Forced(String log, long number) implements Step {}

    /// A log of its own takes no more records.
    record Sealed(String log) implements Step {}

    /// All of the ledger is on the disk.
    record Watermark() implements Step {}

    /// The ledger says that so many commits moved its watermark.
    record Marked(long commits) implements Step {}

    /// Windows of a part are published through an artifact.
    record Published(LocalDate session, int fromMinute, int toMinute) implements Step {}

    /// What stands in a slot.
    record Cell(SlotStatus status, int payloadId, int version) {
        static final Cell EMPTY = new Cell(SlotStatus.EMPTY, 0, 0);
    }

    /// The step as a line without its end.
    default String encode() {
        return switch (this) {
            case Opened opened -> line("opened", opened.session());
            case Symbol symbol -> line("symbol", symbol.id());
            case Listed listed -> line("listed", listed.session(), listed.symbolId());
            case Curve curve -> line("curve", curve.id());
            case Stored stored -> line("stored", stored.session(), stored.type(), stored.id(), stored.version());
            case Artifact artifact -> line("artifact", artifact.session(), artifact.id());
            case Slot slot ->
                line(
                        "slot",
                        slot.session(),
                        slot.column(),
                        slot.symbolId(),
                        slot.minute(),
                        slot.cell().status,
                        slot.cell().payloadId,
                        slot.cell().version);
            case Audited audited -> line("audited", audited.count());
            case Appended appended -> line("appended", appended.log(), appended.number());
            case Forced forced -> line("forced", forced.log(), forced.number());
            case Sealed sealed -> line("sealed", sealed.log());
            case Watermark unused -> line("watermark");
            case Marked marked -> line("marked", marked.commits());
            case Published published ->
                line("published", published.session(), published.fromMinute(), published.toMinute());
        };
    }

    private static String line(Object... words) {
        StringBuilder line = new StringBuilder();
        for (Object word : words) {
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        return line.toString();
    }

    /// The step of a line.
    static Step parse(String line) {
        List<String> words = List.of(line.split(" ", -1));
        return switch (words.getFirst()) {
            case "opened" -> new Opened(LocalDate.parse(words.get(1)));
            case "symbol" -> new Symbol(Integer.parseInt(words.get(1)));
            case "listed" -> new Listed(LocalDate.parse(words.get(1)), Integer.parseInt(words.get(2)));
            case "curve" -> new Curve(Integer.parseInt(words.get(1)));
            case "stored" ->
                new Stored(
                        LocalDate.parse(words.get(1)),
                        PayloadType.valueOf(words.get(2)),
                        Integer.parseInt(words.get(3)),
                        Integer.parseInt(words.get(4)));
            case "artifact" -> new Artifact(LocalDate.parse(words.get(1)), Long.parseLong(words.get(2)));
            case "slot" ->
                new Slot(
                        LocalDate.parse(words.get(1)),
                        SlotColumn.valueOf(words.get(2)),
                        Integer.parseInt(words.get(3)),
                        Integer.parseInt(words.get(4)),
                        new Cell(
                                SlotStatus.valueOf(words.get(5)),
                                Integer.parseInt(words.get(6)),
                                Integer.parseInt(words.get(7))));
            case "audited" -> new Audited(Long.parseLong(words.get(1)));
            case "appended" -> new Appended(words.get(1), Long.parseLong(words.get(2)));
            case "forced" -> new Forced(words.get(1), Long.parseLong(words.get(2)));
            case "sealed" -> new Sealed(words.get(1));
            case "watermark" -> new Watermark();
            case "marked" -> new Marked(Long.parseLong(words.get(1)));
            case "published" ->
                new Published(
                        LocalDate.parse(words.get(1)), Integer.parseInt(words.get(2)), Integer.parseInt(words.get(3)));
            default -> throw new IllegalArgumentException("no such step [line=" + line + "]");
        };
    }
}

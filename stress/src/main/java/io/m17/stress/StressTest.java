package io.m17.stress;

import io.m17.stress.planted.Aba;
import io.m17.stress.planted.Aba_jcstress;
import io.m17.stress.planted.FixedTornTail;
import io.m17.stress.planted.FixedTornTail_jcstress;
import io.m17.stress.planted.LostConflict;
import io.m17.stress.planted.LostConflict_jcstress;
import io.m17.stress.planted.MissingRelease;
import io.m17.stress.planted.MissingRelease_jcstress;
import io.m17.stress.planted.RecordTornTail;
import io.m17.stress.planted.RecordTornTail_jcstress;
import io.m17.stress.planted.StaleClaim;
import io.m17.stress.planted.StaleClaim_jcstress;
import java.util.Optional;
import org.openjdk.jcstress.infra.runners.ForkedTestConfig;
import org.openjdk.jcstress.infra.runners.Runner;

/// The tests, with what jcstress has generated for each.
public enum StressTest {
    TWO_FILLS(TwoFills.class, ""),
    FILL_AGAINST_CLEAR(FillAgainstClear.class, ""),
    FILL_AGAINST_CLAIM(FillAgainstClaim.class, ""),
    CLAIM_AGAINST_CLEAR(ClaimAgainstClear.class, ""),
    READER_AGAINST_WRITER(ReaderAgainstWriter.class, ""),
    REGRESSING_VERSION(RegressingVersion.class, ""),
    ABA_ACROSS_CLEAR(AbaAcrossClear.class, ""),
    FIXED_TWO_APPENDERS(FixedTwoAppenders.class, ""),
    RECORD_TWO_APPENDERS(RecordTwoAppenders.class, ""),
    FIXED_APPENDER_AGAINST_TAILER(FixedAppenderAgainstTailer.class, ""),
    RECORD_APPENDER_AGAINST_TAILER(RecordAppenderAgainstTailer.class, ""),
    LOST_CONFLICT(LostConflict.class, SlotFlaw.LOST_CONFLICT.rule()),
    STALE_CLAIM(StaleClaim.class, SlotFlaw.STALE_CLAIM.rule()),
    MISSING_RELEASE(MissingRelease.class, SlotFlaw.MISSING_RELEASE.rule()),
    ABA(Aba.class, SlotFlaw.ABA.rule()),
    FIXED_TORN_TAIL(FixedTornTail.class, LogFlaw.TORN_TAIL.rule()),
    RECORD_TORN_TAIL(RecordTornTail.class, LogFlaw.TORN_TAIL.rule());

    private final Class<?> test;
    private final String brokenRule;

    StressTest(Class<?> test, String brokenRule) {
        this.test = test;
        this.brokenRule = brokenRule;
    }

    String className() {
        return test.getName();
    }

    Runner<?> runner(ForkedTestConfig config) {
        return switch (this) {
            case TWO_FILLS -> new TwoFills_jcstress(config);
            case FILL_AGAINST_CLEAR -> new FillAgainstClear_jcstress(config);
            case FILL_AGAINST_CLAIM -> new FillAgainstClaim_jcstress(config);
            case CLAIM_AGAINST_CLEAR -> new ClaimAgainstClear_jcstress(config);
            case READER_AGAINST_WRITER -> new ReaderAgainstWriter_jcstress(config);
            case REGRESSING_VERSION -> new RegressingVersion_jcstress(config);
            case ABA_ACROSS_CLEAR -> new AbaAcrossClear_jcstress(config);
            case FIXED_TWO_APPENDERS -> new FixedTwoAppenders_jcstress(config);
            case RECORD_TWO_APPENDERS -> new RecordTwoAppenders_jcstress(config);
            case FIXED_APPENDER_AGAINST_TAILER -> new FixedAppenderAgainstTailer_jcstress(config);
            case RECORD_APPENDER_AGAINST_TAILER -> new RecordAppenderAgainstTailer_jcstress(config);
            case LOST_CONFLICT -> new LostConflict_jcstress(config);
            case STALE_CLAIM -> new StaleClaim_jcstress(config);
            case MISSING_RELEASE -> new MissingRelease_jcstress(config);
            case ABA -> new Aba_jcstress(config);
            case FIXED_TORN_TAIL -> new FixedTornTail_jcstress(config);
            case RECORD_TORN_TAIL -> new RecordTornTail_jcstress(config);
        };
    }

    /// The rule that is broken in this test, so that there must be forbidden outcomes.
    public Optional<String> brokenRule() {
        return brokenRule.isEmpty() ? Optional.empty() : Optional.of(brokenRule);
    }
}

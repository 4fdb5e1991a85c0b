package io.m17.proofs.races;

import java.util.List;

/// What Lincheck holds against its specification, and what it has to find broken.
enum LincheckSubject {
    SLOT(SlotTrial.class, SlotModel.class, Operations.SLOT),
    FIXED_LOG(FixedLogTrial.class, FixedLogModel.class, Operations.FIXED_LOG),
    RECORD_LOG(RecordLogTrial.class, RecordLogModel.class, Operations.RECORD_LOG),
    RECORD_LOG_ELSEWHERE(RecordLogElsewhereTrial.class, RecordLogModel.class, Operations.RECORD_LOG);

    private final Class<?> trial;
    private final Class<?> model;
    private final String operations;

    LincheckSubject(Class<?> trial, Class<?> model, String operations) {
        this.trial = trial;
        this.model = model;
        this.operations = operations;
    }

    Class<?> trial() {
        return trial;
    }

    Class<?> model() {
        return model;
    }

    List<String> operations() {
        return List.of(operations.split(", ", -1));
    }

    /// A rule that is broken, and what the threads do to see it.
    enum Planted {
        MISSING_RELEASE("missing release", SLOT, PlantedTrials.MissingRelease.class, "fill 1 | read 2"),
        ABA("ABA across a clear", SLOT, PlantedTrials.Aba.class, "fill 1; clear 1; fill 1 | read 2; clear 2"),
        STALE_CLAIM("stale claim", SLOT, PlantedTrials.StaleClaim.class, "claim 1; fill 1 | read 2; clear 2"),
        DEAD_CLAIM("claim of the dead", SLOT, PlantedTrials.DeadClaim.class, "read 1 | claim 2"),
        LOST_CONFLICT("lost conflict", SLOT, PlantedTrials.LostConflict.class, "fill 1 | fill 2"),
        FIXED_TORN_TAIL(
                "torn tail, fixed stride",
                FIXED_LOG,
                PlantedTrials.FixedTornTail.class,
                "take 1; publish 1 5 | tail 2"),
        RECORD_TORN_TAIL(
                "torn tail, variable length",
                RECORD_LOG_ELSEWHERE,
                PlantedTrials.RecordTornTail.class,
                "append 5 | tail 2");

        private final String rule;
        private final LincheckSubject sound;
        private final Class<?> trial;
        private final String scenario;

        Planted(String rule, LincheckSubject sound, Class<?> trial, String scenario) {
            this.rule = rule;
            this.sound = sound;
            this.trial = trial;
            this.scenario = scenario;
        }

        String rule() {
            return rule;
        }

        /// The same without the flaw.
        LincheckSubject sound() {
            return sound;
        }

        Class<?> trial() {
            return trial;
        }

        String scenario() {
            return scenario;
        }
    }

    private static final class Operations {
        static final String SLOT = "read T, read T, claim T, fill T, release T, clear T, retire T, set T V V";
        static final String FIXED_LOG = "take T, publish T N, read N, tail T, count, refuse";
        static final String RECORD_LOG = "append N, read N, tail T, count";

        private Operations() {}
    }
}

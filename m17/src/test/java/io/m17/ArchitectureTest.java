package io.m17;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.m17.journal.KillPoint;
import io.m17.journal.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The arrows of the design: they point down only.
final class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.m17");
    private static final List<String> ENGINES = List.of("treasury", "trade", "quote", "nbbo", "greeks", "aggregation");
    private static final List<String> DAEMON = List.of("config", "report", "daemon", "demo", "cli");

    private static String[] packages(List<String> names) {
        return names.stream().map(name -> "io.m17." + name + "..").toArray(String[]::new);
    }

    private static List<String> allBut(String... names) {
        List<String> others = new ArrayList<>(List.of("journal", "ledger", "market", "publication", "simulator"));
        others.addAll(ENGINES);
        others.addAll(DAEMON);
        others.removeAll(List.of(names));
        return others;
    }

    private static void doesNotKnow(String name, List<String> others) {
        noClasses()
                .that()
                .resideInAPackage("io.m17." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(others))
                .check(CLASSES);
    }

    static Stream<String> engines() {
        return ENGINES.stream();
    }

    @Test
    void seesTheClassesOfEveryModule() {
        for (String name : allBut()) {
            Assertions.assertTrue(
                    CLASSES.stream().map(JavaClass::getPackageName).anyMatch(each -> each.startsWith("io.m17." + name)),
                    name);
        }
    }

    @Test
    void journalKnowsNobody() {
        doesNotKnow("journal", allBut("journal"));
    }

    @Test
    void ledgerKnowsTheJournalOnly() {
        doesNotKnow("ledger", allBut("ledger", "journal"));
    }

    @Test
    void marketKnowsTheJournalsStorageAndKillPointsOnly() {
        doesNotKnow("market", allBut("market", "journal"));
        noClasses()
                .that()
                .resideInAPackage("io.m17.market..")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("io.m17.journal..")
                        .and(DescribedPredicate.not(JavaClass.Predicates.type(Storage.class)
                                .or(JavaClass.Predicates.type(KillPoint.class)))))
                .check(CLASSES);
    }

    @Test
    void simulatorKnowsNobodySoThatItCanWitness() {
        doesNotKnow("simulator", allBut("simulator"));
    }

    @Test
    void publicationStandsBetweenEnginesAndWhatTheyFill() {
        doesNotKnow("publication", allBut("publication", "ledger", "market", "journal"));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void anEngineSeesNeitherAnotherEngineNorTheDaemonNorTheSimulator(String engine) {
        doesNotKnow(engine, allBut(engine, "publication", "ledger", "market", "journal"));
    }

    @Test
    void partsOfTheDaemonDoNotGoInCircles() {
        slices().matching("io.m17.(config|report|daemon|demo|cli)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
        doesNotKnow("report", List.of("daemon", "demo", "cli"));
        doesNotKnow("daemon", List.of("demo", "cli"));
    }

    @Test
    void onlyTheDaemonReadsConfigurationAndEnvironment() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.m17.config..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.typesafe.config..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("io.m17.cli..")
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLineEndsTheProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.m17.cli..")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(CLASSES);
    }

    @Test
    void onlyTheJournalMapsFilesThroughChronicle() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.m17.journal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("net.openhft..")
                .check(CLASSES);
    }
}

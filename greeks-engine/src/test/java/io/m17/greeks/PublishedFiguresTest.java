package io.m17.greeks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.market.artifact.GreeksColumns;
import io.m17.market.column.Column;
import io.m17.market.column.ColumnType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every line of `published-figures.csv`; and every exercise style has one for every number that m17 calculates.
final class PublishedFiguresTest {
    /// What a row of the artifacts says of its inputs.
    private static final Set<String> INPUTS = Set.of("underlying_price", "rate", "dividend_yield", "years_to_expiry");

    /// Of these no American figure is known to be in print; differences hold them (`AmericanExpiryTest`).
    private static final Set<String> NOT_IN_PRINT = Set.of("rho", "vanna", "charm", "vomma");

    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d, .+");
    private static final int TREE_STEPS = 2_000;
    private static final double TREE_ERROR_A_YEAR = 1e-4;

    static List<PublishedFigure> figures() {
        return PublishedFigure.all();
    }

    static Stream<PublishedFigure> americanPrices() {
        return figures().stream()
                .filter(figure -> figure.style() == ExerciseStyle.AMERICAN)
                .filter(figure -> figure.quantity().equals(PublishedFigure.PRICE));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void givesThePrintedFigure(PublishedFigure figure) {
        assertEquals(figure.value(), figure.calculated(), figure.tolerance(), figure::source);
    }

    /// So that a slip of the pen is not taken for an error of the kernel, nor hidden by one. The tree errs by up to
    /// 1e-4 a year.
    @ParameterizedTest
    @MethodSource("americanPrices")
    void aTreeConfirmsThePrintedFigure(PublishedFigure figure) {
        double allowed = figure.tolerance() + TREE_ERROR_A_YEAR * figure.years();
        assertEquals(figure.value(), figure.treePrice(TREE_STEPS), allowed, figure::source);
    }

    @ParameterizedTest
    @EnumSource
    void hasAFigureOfEveryNumberInTheArtifacts(ExerciseStyle style) {
        Set<String> found = figures().stream()
                .filter(figure -> figure.style() == style)
                .map(PublishedFigure::quantity)
                .collect(Collectors.toCollection(TreeSet::new));
        found.remove(PublishedFigure.PREMIUM);
        assertEquals(expected(style), found);
    }

    private static Set<String> expected(ExerciseStyle style) {
        Set<String> expected = GreeksColumns.SCHEMA.columns().stream()
                .filter(column -> column.type() == ColumnType.DOUBLE && !INPUTS.contains(column.name()))
                .map(Column::name)
                .collect(Collectors.toCollection(TreeSet::new));
        expected.add(PublishedFigure.PRICE);
        if (style == ExerciseStyle.AMERICAN) {
            expected.removeAll(NOT_IN_PRINT);
        }
        return expected;
    }

    @ParameterizedTest
    @EnumSource
    void hasPricesOfCallsAndPuts(Right right) {
        for (ExerciseStyle style : ExerciseStyle.values()) {
            assertTrue(
                    figures().stream()
                            .anyMatch(figure -> figure.style() == style
                                    && figure.right() == right
                                    && figure.quantity().equals(PublishedFigure.PRICE)),
                    style + " " + right);
        }
    }

    @Test
    void namesWhereEachFigureIsPrinted() {
        assertEquals(
                List.of(),
                figures().stream()
                        .map(PublishedFigure::source)
                        .filter(source -> !YEAR.matcher(source).find())
                        .toList());
    }
}

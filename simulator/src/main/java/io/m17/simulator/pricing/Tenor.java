package io.m17.simulator.pricing;

import java.time.LocalDate;

/// A column of the Treasury's par-yield table, with the day it was first published.
///
/// The one-and-a-half-month and four-month yields stand in the official file but are none of the twelve tenors that
/// m17 interpolates ([#interpolated()]); the 30-year was not published from 2002-02-18 to 2006-02-08.
public enum Tenor {
    M1("1 Mo", "1M", 1 / 12.0, LocalDate.of(2001, 7, 31), true),
    M1_5("1.5 Month", "1.5M", 1.5 / 12, LocalDate.of(2025, 2, 18), false),
    M2("2 Mo", "2M", 2 / 12.0, LocalDate.of(2018, 10, 16), true),
    M3("3 Mo", "3M", 3 / 12.0, LocalDate.EPOCH, true),
    M4("4 Mo", "4M", 4 / 12.0, LocalDate.of(2022, 10, 19), false),
    M6("6 Mo", "6M", 6 / 12.0, LocalDate.EPOCH, true),
    Y1("1 Yr", "1Y", 1, LocalDate.EPOCH, true),
    Y2("2 Yr", "2Y", 2, LocalDate.EPOCH, true),
    Y3("3 Yr", "3Y", 3, LocalDate.EPOCH, true),
    Y5("5 Yr", "5Y", 5, LocalDate.EPOCH, true),
    Y7("7 Yr", "7Y", 7, LocalDate.EPOCH, true),
    Y10("10 Yr", "10Y", 10, LocalDate.EPOCH, true),
    Y20("20 Yr", "20Y", 20, LocalDate.of(1993, 10, 1), true),
    Y30("30 Yr", "30Y", 30, LocalDate.EPOCH, true);

    private static final LocalDate LONG_BOND_GAP_FIRST = LocalDate.of(2002, 2, 18);
    private static final LocalDate LONG_BOND_GAP_END = LocalDate.of(2006, 2, 9);

    private final String header;
    private final String label;
    private final double years;
    private final LocalDate firstPublished;
    private final boolean interpolated;

    Tenor(String header, String label, double years, LocalDate firstPublished, boolean interpolated) {
        this.header = header;
        this.label = label;
        this.years = years;
        this.firstPublished = firstPublished;
        this.interpolated = interpolated;
    }

    /// The column name of home.treasury.gov.
    public String header() {
        return header;
    }

    /// Short name: `1M`, `10Y`.
    public String label() {
        return label;
    }

    public double years() {
        return years;
    }

    /// Whether this is one of the twelve tenors that rates are interpolated from.
    public boolean interpolated() {
        return interpolated;
    }

    /// Whether the Treasury published this tenor on `date`.
    public boolean publishedOn(LocalDate date) {
        boolean inGap = this == Y30 && !date.isBefore(LONG_BOND_GAP_FIRST) && date.isBefore(LONG_BOND_GAP_END);
        return !inGap && !date.isBefore(firstPublished);
    }
}

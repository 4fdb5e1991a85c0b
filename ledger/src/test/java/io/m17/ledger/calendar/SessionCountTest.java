package io.m17.ledger.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The number of sessions of each year, typed by hand; 2027 and 2028 follow the exchange's published calendars.
class SessionCountTest {
    @ParameterizedTest
    @CsvSource({
        "1990, 253", "1991, 253", "1992, 254", "1993, 253", "1994, 252", "1995, 252", "1996, 254", "1997, 253",
        "1998, 252", "1999, 252", "2000, 252", "2001, 248", "2002, 252", "2003, 252", "2004, 252", "2005, 252",
        "2006, 251", "2007, 251", "2008, 253", "2009, 252", "2010, 252", "2011, 252", "2012, 250", "2013, 252",
        "2014, 252", "2015, 252", "2016, 252", "2017, 251", "2018, 251", "2019, 252", "2020, 253", "2021, 252",
        "2022, 251", "2023, 250", "2024, 252", "2025, 250", "2026, 251", "2027, 251", "2028, 251",
    })
    void countsTheSessionsOfTheYear(int year, int sessions) {
        assertEquals(sessions, ExchangeCalendar.nyse().sessions(year).size());
    }

    @ParameterizedTest
    @CsvSource({
        "1990-01-02, 1990-12-31",
        "2001-01-02, 2001-12-31",
        "2007-01-03, 2007-12-31",
        "2011-01-03, 2011-12-30",
        "2021-01-04, 2021-12-31",
        "2022-01-03, 2022-12-30",
        "2028-01-03, 2028-12-29",
    })
    void knowsTheFirstAndLastSessionOfTheYear(LocalDate first, LocalDate last) {
        List<TradingSession> sessions = ExchangeCalendar.nyse().sessions(first.getYear());
        assertEquals(first, sessions.getFirst().date());
        assertEquals(last, sessions.getLast().date());
    }
}

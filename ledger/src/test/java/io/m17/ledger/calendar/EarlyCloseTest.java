package io.m17.ledger.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EarlyCloseTest {
    private static final ExchangeCalendar NYSE = ExchangeCalendar.nyse();

    /// Every early close from 1990 to 2028, typed by hand: month-day, and the time where it is not 13:00.
    private static final String GOLDEN = """
            1990 12-24@14:00
            1991 12-24@14:00
            1992 11-27@14:00 12-24@14:00
            1993 11-26
            1994 11-25
            1995 07-03 11-24
            1996 07-05 11-29 12-24
            1997 07-03 11-28 12-24 12-26
            1998 11-27 12-24
            1999 11-26 12-31
            2000 07-03 11-24
            2001 07-03 11-23 12-24
            2002 07-05 11-29 12-24
            2003 07-03 11-28 12-24 12-26
            2004 11-26
            2005 11-25
            2006 07-03 11-24
            2007 07-03 11-23 12-24
            2008 07-03 11-28 12-24
            2009 11-27 12-24
            2010 11-26
            2011 11-25
            2012 07-03 11-23 12-24
            2013 07-03 11-29 12-24
            2014 07-03 11-28 12-24
            2015 11-27 12-24
            2016 11-25
            2017 07-03 11-24
            2018 07-03 11-23 12-24
            2019 07-03 11-29 12-24
            2020 11-27 12-24
            2021 11-26
            2022 11-25
            2023 07-03 11-24
            2024 07-03 11-29 12-24
            2025 07-03 11-28 12-24
            2026 11-27 12-24
            2027 11-26
            2028 07-03 11-24
            """;

    @Test
    void matchesTheGoldenTableOfEveryYear() {
        SortedMap<LocalDate, LocalTime> found = new TreeMap<>();
        IntStream.rangeClosed(1990, 2028)
                .boxed()
                .flatMap(year -> NYSE.sessions(year).stream())
                .filter(TradingSession::earlyClose)
                .forEach(session -> found.put(session.date(), closeInNewYork(session)));
        assertEquals(golden(), found);
    }

    @ParameterizedTest
    @CsvSource({"1992-12-24, 270", "1999-12-31, 210", "2013-07-03, 210", "2025-11-28, 210", "2025-11-26, 390"})
    void lastsUntilTheScheduledClose(LocalDate date, int minutes) {
        assertEquals(minutes, NYSE.session(date).orElseThrow().minutes());
    }

    @Test
    void lastsTwoHundredAndTenMinutesOnEveryEarlyCloseToCome() {
        List<TradingSession> early = IntStream.rangeClosed(1993, ExchangeCalendar.LAST_YEAR)
                .boxed()
                .flatMap(year -> NYSE.sessions(year).stream())
                .filter(TradingSession::earlyClose)
                .toList();
        assertTrue(early.size() > 200, "early closes found: " + early.size());
        early.forEach(session -> assertEquals(210, session.minutes(), session::toString));
    }

    @Test
    void saysWhyEverySessionThatClosesEarlyDoes() {
        for (TradingSession session : NYSE.sessions(LocalDate.of(1990, 1, 1), LocalDate.of(2099, 12, 31))) {
            assertEquals(session.earlyClose(), NYSE.note(session.date()).isPresent(), session::toString);
        }
        assertEquals(
                "eve of the year 2000",
                NYSE.note(LocalDate.of(1999, 12, 31)).orElseThrow().reason());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1994-02-11", "1996-01-08", "1997-10-27", "2001-09-17", "2002-09-11", "2005-06-01", "2020-03-09"
            })
    void keepsTheScheduledSessionWhenTheDayWasInterrupted(LocalDate date) {
        TradingSession session = NYSE.session(date).orElseThrow();
        assertEquals(390, session.minutes());
        assertEquals(LocalTime.of(16, 0), closeInNewYork(session));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1990-11-23", "1991-11-29", "1996-07-03", "2008-12-26", "2014-12-26", "2025-12-26"})
    void staysOpenOnDaysThatLookLikeAnEarlyClose(LocalDate date) {
        assertEquals(390, NYSE.session(date).orElseThrow().minutes());
    }

    private static LocalTime closeInNewYork(TradingSession session) {
        return Instant.ofEpochSecond(0, session.closeNs())
                .atZone(ZoneId.of("America/New_York"))
                .toLocalTime();
    }

    private static SortedMap<LocalDate, LocalTime> golden() {
        SortedMap<LocalDate, LocalTime> closes = new TreeMap<>();
        for (String line : GOLDEN.lines().toList()) {
            List<String> words = List.of(line.split(" ", -1));
            for (String word : words.subList(1, words.size())) {
                LocalDate date = LocalDate.parse(words.getFirst() + "-" + word.substring(0, 5));
                closes.put(date, LocalTime.parse(word.length() > 5 ? word.substring(6) : "13:00"));
            }
        }
        return closes;
    }
}

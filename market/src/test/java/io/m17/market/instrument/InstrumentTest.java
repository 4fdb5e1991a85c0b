package io.m17.market.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentTest {
    @ParameterizedTest
    @ValueSource(strings = {"SPY", "NA", "NULL", "nan", "BRK.A", "I:SPX", "O", "ABC.WS", "ZVZZT", "TRUE"})
    void takesEveryOtherTextForAnEquity(String symbol) {
        assertEquals(new Equity(symbol), Instrument.parse(symbol));
        assertEquals(InstrumentKind.EQUITY, Instrument.parse(symbol).kind());
        assertEquals(symbol, Instrument.parse(symbol).symbol());
    }

    @Test
    void readsAChain() {
        Instrument chain = Instrument.parse("O:SPY");
        assertEquals(new OptionChain("SPY"), chain);
        assertEquals(InstrumentKind.OPTION_CHAIN, chain.kind());
        assertEquals("O:SPY", chain.symbol());
    }

    @Test
    void readsAContract() {
        Instrument contract = Instrument.parse("O:SPY251219C00650000");
        OptionTicker ticker = new OptionTicker("SPY", LocalDate.of(2025, 12, 19), OptionRight.CALL, 650_000);
        assertEquals(new OptionContract(ticker), contract);
        assertEquals(InstrumentKind.OPTION_CONTRACT, contract.kind());
        assertEquals("O:SPY251219C00650000", contract.symbol());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "A B", "A,B", "\"A\"", "ÄÖ", "123456789012345678901234567890123"})
    void refusesWhatNoTickerIs(String symbol) {
        assertThrows(IllegalArgumentException.class, () -> Instrument.parse(symbol));
    }

    @ParameterizedTest
    @ValueSource(strings = {"O:", "O:spy", "O:ABCDEFG", "O:BRK.B", "O:SPY251219", "O:SPY251219X00650000"})
    void refusesBrokenOptionSymbols(String symbol) {
        assertThrows(IllegalArgumentException.class, () -> Instrument.parse(symbol));
    }

    @Test
    void namesTheUnderlyingOfIndexWeeklies() {
        assertEquals("SPX", new OptionChain("SPXW").underlying());
        assertEquals("NDX", new OptionChain("NDXP").underlying());
        assertEquals("RUT", new OptionChain("RUTW").underlying());
        assertEquals("VIX", new OptionChain("VIXW").underlying());
        assertEquals("SPY", new OptionChain("SPY").underlying());
    }
}

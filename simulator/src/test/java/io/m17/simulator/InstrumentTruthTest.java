package io.m17.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class InstrumentTruthTest {
    private final TradingHours hours = TradingHours.of(LocalDate.of(2025, 11, 28), LocalTime.of(13, 0));
    private final TradeTape trades = new TradeTape();

    @Test
    void clipsRollingWindowsAtTheSessionsEnd() {
        trade(100, SaleConditions.REGULAR, Correction.NONE);
        trade(209, SaleConditions.ODD_LOT, Correction.CORRECTED);
        InstrumentTruth truth = truth(false);
        assertEquals(new ColumnCount(210, 2, 2), truth.count(TruthColumn.AGGS_1M));
        assertEquals(new ColumnCount(210, 10, 10), truth.count(TruthColumn.AGGS_5M));
        assertEquals(new ColumnCount(210, 60, 60), truth.count(TruthColumn.AGGS_30M));
        assertEquals(new ColumnCount(210, 210, 210), truth.count(TruthColumn.AGGS_4H));
    }

    @Test
    void countsTradesWithoutVolumeAsRowsOnly() {
        trade(5, SaleConditions.OFFICIAL_OPEN, Correction.NONE);
        trade(6, SaleConditions.REGULAR, Correction.CANCELLED);
        InstrumentTruth truth = truth(false);
        assertEquals(new ColumnCount(210, 2, 2), truth.count(TruthColumn.TRADE));
        assertEquals(new ColumnCount(210, 2, 2), truth.count(TruthColumn.AGGRESSOR));
        assertEquals(new ColumnCount(210, 0, 0), truth.count(TruthColumn.AGGS_1M));
    }

    @Test
    void leavesRowsOutsideTheSessionWithoutWindow() {
        trade(-1, SaleConditions.FORM_T, Correction.NONE);
        trade(210, SaleConditions.FORM_T, Correction.NONE);
        InstrumentTruth truth = truth(false);
        assertEquals(new ColumnCount(210, 0, 0), truth.count(TruthColumn.TRADE));
    }

    @Test
    void expectsRatesAndGreeksOfChainsOnly() {
        trade(0, SaleConditions.REGULAR, Correction.NONE);
        assertEquals(ColumnCount.ZERO, truth(false).count(TruthColumn.RF_RATE));
        assertEquals(new ColumnCount(210, 210, 210), truth(true).count(TruthColumn.RF_RATE));
        assertEquals(new ColumnCount(210, 0, 0), truth(true).count(TruthColumn.GREEKS));
    }

    @Test
    void expectsNothingOfAnInstrumentWithoutRows() {
        assertEquals(ColumnCount.ZERO, truth(true).count(TruthColumn.TRADE));
    }

    private InstrumentTruth truth(boolean chain) {
        InstrumentTruth truth = new InstrumentTruth("X", chain, hours);
        truth.count(new QuoteTape(), trades);
        return truth;
    }

    private void trade(int minute, SaleConditions conditions, int correction) {
        long sipNs = hours.minuteStartNs(minute);
        trades.add(
                new Print(sipNs, sipNs, 0, Micros.CENT, Micros.PER_UNIT, 11, 0, conditions, correction, Side.BUY),
                1,
                1);
    }
}

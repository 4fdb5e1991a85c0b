package io.m17.simulator;

/// One trade report before it gets its sequence number and id. Price and size in millionths.
///
/// @param participantNs the venue's clock; more than a minute before `sipNs` makes the print late
/// @param trfNs clock of the trade reporting facility, 0 on an exchange
/// @param traderSide what the simulated trader really did
record Print(
        long sipNs,
        long participantNs,
        long trfNs,
        long price,
        long size,
        int exchange,
        int trfId,
        SaleConditions conditions,
        int correction,
        Side traderSide) {

    Print withPrice(long newPrice) {
        return new Print(
                sipNs, participantNs, trfNs, newPrice, size, exchange, trfId, conditions, correction, traderSide);
    }

    Print withCorrection(int code) {
        return new Print(sipNs, participantNs, trfNs, price, size, exchange, trfId, conditions, code, traderSide);
    }

    /// The record that follows a voided or corrected original, reported by its venue at once.
    Print follow(long atNs, int code, long newPrice) {
        long delayNs = sipNs - participantNs;
        long ownNs = atNs - Math.min(delayNs, TradingHours.SECOND_NS);
        return new Print(
                atNs, ownNs, trfNs == 0 ? 0 : ownNs, newPrice, size, exchange, trfId, conditions, code, traderSide);
    }
}

package io.m17.market.column;

/// The state that one minute of rows hands to the next, and what tells it from another. Made for the rows of one batch;
/// confined to one thread.
public interface RowCarry {
    /// Takes a row of the batch.
    void accept(int row);

    /// What the state is by now; 0 before the first row that counts.
    int digest();
}

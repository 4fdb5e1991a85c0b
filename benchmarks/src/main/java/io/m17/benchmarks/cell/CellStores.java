package io.m17.benchmarks.cell;

/// Stands for the store of a measurement that has not begun.
final class CellStores {
    static final CellStore NONE = new CellStore() {
        @Override
        public void claimAndFill(int row, int expectedVersion) {
            throw notOpen();
        }

        @Override
        public void claimAndFillBatch(int from, int to, int expectedVersion) {
            throw notOpen();
        }

        @Override
        public long readRow(int row) {
            throw notOpen();
        }

        @Override
        public long scan() {
            throw notOpen();
        }

        @Override
        public void close() {}
    };

    private CellStores() {}

    private static IllegalStateException notOpen() {
        return new IllegalStateException("the store is not open");
    }
}

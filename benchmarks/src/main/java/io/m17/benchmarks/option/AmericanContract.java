package io.m17.benchmarks.option;

import io.m17.greeks.AmericanExpiry;
import io.m17.greeks.ExpiryTerms;
import io.m17.greeks.Greeks;
import io.m17.greeks.Right;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// American prices, each with a boundary of its own, and a chain's expiry from prices to volatilities and Greeks, which
/// shares boundaries.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AmericanContract {
    private static final int CHAIN = 400;
    private static final ExpiryTerms TERMS = ExpiryTerms.of(0.25, 0.043, 0.013);

    private final Greeks greeks = new Greeks();
    private final double[] strikes = new double[CHAIN];
    private final double[] prices = new double[CHAIN];
    private List<OptionCase> cases = List.of();
    private AmericanExpiry[] expiries = {};
    private int next;

    @Setup
    public void prepare() {
        cases = OptionCase.all();
        expiries =
                cases.stream().map(OptionCase::terms).map(AmericanExpiry::new).toArray(AmericanExpiry[]::new);
        AmericanExpiry expiry = new AmericanExpiry(TERMS);
        for (int i = 0; i < CHAIN; i++) {
            strikes[i] = 70 + 60.0 * i / CHAIN;
            double volatility = 0.18 + 1e-4 * (strikes[i] - 110) * (strikes[i] - 110);
            prices[i] = expiry.price(100, strikes[i], volatility, right(i));
        }
    }

    private static Right right(int i) {
        return i % 2 == 0 ? Right.CALL : Right.PUT;
    }

    @Benchmark
    public double price() {
        int i = next;
        next = i + 1 < expiries.length ? i + 1 : 0;
        OptionCase option = cases.get(i);
        return expiries[i].price(option.spot(), option.strike(), option.volatility(), option.right());
    }

    @Benchmark
    @OperationsPerInvocation(CHAIN)
    public double chain() {
        AmericanExpiry expiry = new AmericanExpiry(TERMS);
        double sum = 0;
        for (int i = 0; i < CHAIN; i++) {
            double volatility = expiry.impliedVolatility(prices[i], 100, strikes[i], right(i));
            if (volatility > 0) {
                expiry.greeks(100, strikes[i], volatility, right(i), greeks);
                sum += greeks.delta();
            }
        }
        return sum;
    }
}

package io.m17.benchmarks.option;

import com.opengamma.strata.pricer.impl.option.BlackFormulaRepository;
import io.m17.greeks.BlackScholes;
import io.m17.greeks.ExpiryTerms;
import io.m17.greeks.OptionKernel;
import io.m17.greeks.OptionValuation;
import io.m17.greeks.Right;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// From a European price to its implied volatility, and with m17 to all eight Greeks too; the contracts of
/// [OptionCase], one after the other, whose out-of-the-money value is above 1e-6.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EuropeanContract {
    private static final double LEAST = 1e-6;

    /// Who values.
    public enum Store {
        M17,
        STRATA
    }

    @Param
    public Store store = Store.M17;

    private final OptionKernel kernel = new OptionKernel();
    private final OptionValuation valuation = new OptionValuation();
    private List<OptionCase> cases = List.of();
    private ExpiryTerms[] terms = {};
    private double[] prices = {};
    private double[] normalized = {};
    private int next;

    @Setup
    public void prepare() {
        cases = OptionCase.all().stream()
                .filter(option -> price(option, outOfTheMoney(option)) > LEAST)
                .toList();
        terms = cases.stream().map(OptionCase::terms).toArray(ExpiryTerms[]::new);
        prices = cases.stream()
                .mapToDouble(option -> price(option, option.right()))
                .toArray();
        normalized = new double[prices.length];
        for (int i = 0; i < prices.length; i++) {
            normalized[i] = prices[i] / terms[i].discount();
        }
    }

    private static double price(OptionCase option, Right right) {
        return BlackScholes.price(option.spot(), option.strike(), option.terms(), option.volatility(), right);
    }

    private static Right outOfTheMoney(OptionCase option) {
        return option.terms().forward(option.spot()) < option.strike() ? Right.CALL : Right.PUT;
    }

    @Benchmark
    public double volatility() {
        int i = next;
        next = i + 1 < prices.length ? i + 1 : 0;
        OptionCase option = cases.get(i);
        return switch (store) {
            case M17 -> {
                kernel.valuePrice(prices[i], option.spot(), option.strike(), terms[i], option.right(), valuation);
                yield valuation.impliedVolatility() + valuation.greeks().vomma();
            }
            case STRATA ->
                BlackFormulaRepository.impliedVolatility(
                        normalized[i],
                        terms[i].forward(option.spot()),
                        option.strike(),
                        terms[i].years(),
                        option.right() == Right.CALL);
        };
    }
}

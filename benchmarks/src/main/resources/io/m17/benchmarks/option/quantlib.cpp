// Times QuantLib on the contracts of a file (strike days rate yield volatility sign converged-price, spot 100) and prints
// a figure a line: nanoseconds, and the largest error of American prices. Instruments and engines are made beforehand;
// what is timed is their calculation.
#include <ql/quantlib.hpp>
#include <chrono>
#include <cmath>
#include <fstream>
#include <iostream>
#include <vector>

using namespace QuantLib;
using Clock = std::chrono::steady_clock;

struct Case {
    double strike;
    int days;
    double rate, yield, volatility;
    int sign;
    double converged;
};

static double since(Clock::time_point start) {
    return std::chrono::duration<double, std::nano>(Clock::now() - start).count();
}

static void european(const std::vector<Case>& cases) {
    double volatilityNs = 0, greeksNs = 0, sum = 0;
    long volatilities = 0, refused = 0, greeks = 0;
    for (int round = 0; round < 40; ++round) {
        for (const Case& c : cases) {
            double years = c.days / 365.0, discount = std::exp(-c.rate * years);
            double forward = 100 * std::exp((c.rate - c.yield) * years), deviation = c.volatility * std::sqrt(years);
            Option::Type type = c.sign > 0 ? Option::Call : Option::Put;
            Option::Type other = forward < c.strike ? Option::Call : Option::Put;
            if (blackFormula(other, c.strike, forward, deviation, discount) <= 1e-6)
                continue;
            double price = blackFormula(type, c.strike, forward, deviation, discount);
            Clock::time_point start = Clock::now();
            try {
                sum += blackFormulaImpliedStdDevLiRS(type, c.strike, forward, price, discount, 0.0, Null<Real>(), 1.0,
                                                     1e-12, 100);
                volatilityNs += since(start);
                ++volatilities;
            } catch (std::exception&) {
                ++refused;
            }
            start = Clock::now();
            BlackCalculator calculator(type, c.strike, forward, deviation, discount);
            sum += calculator.delta(100) + calculator.gamma(100) + calculator.vega(years) + calculator.theta(100, years)
                + calculator.rho(years);
            greeksNs += since(start);
            ++greeks;
        }
    }
    std::cout << "volatility " << volatilityNs / volatilities << "\n"
              << "refused " << double(refused) / (refused + volatilities) << "\n"
              << "greeks " << greeksNs / greeks << "\n";
    if (sum == 0.5)
        std::cout << "sum " << sum << "\n";
}

static void american(const std::vector<Case>& cases, const char* name,
                     const ext::shared_ptr<QdFpIterationScheme>& scheme) {
    Date today(2, June, 2025);
    Settings::instance().evaluationDate() = today;
    DayCounter days = Actual365Fixed();
    double ns = 0, worst = 0;
    for (const Case& c : cases) {
        Handle<Quote> spot(ext::make_shared<SimpleQuote>(100));
        Handle<YieldTermStructure> rate(ext::make_shared<FlatForward>(today, c.rate, days));
        Handle<YieldTermStructure> yield(ext::make_shared<FlatForward>(today, c.yield, days));
        Handle<BlackVolTermStructure> volatility(
            ext::make_shared<BlackConstantVol>(today, NullCalendar(), c.volatility, days));
        auto process = ext::make_shared<BlackScholesMertonProcess>(spot, yield, rate, volatility);
        VanillaOption option(
            ext::make_shared<PlainVanillaPayoff>(c.sign > 0 ? Option::Call : Option::Put, c.strike),
            ext::make_shared<AmericanExercise>(today, today + c.days));
        option.setPricingEngine(ext::make_shared<QdFpAmericanEngine>(process, scheme));
        option.NPV();
        Clock::time_point start = Clock::now();
        option.recalculate();
        ns += since(start);
        worst = std::max(worst, std::fabs(option.NPV() - c.converged));
    }
    std::cout << name << " " << ns / cases.size() << "\n" << name << "_error " << worst << "\n";
}

int main(int, char** arguments) {
    std::vector<Case> cases;
    std::ifstream file(arguments[1]);
    for (Case c; file >> c.strike >> c.days >> c.rate >> c.yield >> c.volatility >> c.sign >> c.converged;)
        cases.push_back(c);
    european(cases);
    american(cases, "fast", QdFpAmericanEngine::fastScheme());
    american(cases, "accurate", QdFpAmericanEngine::accurateScheme());
    american(cases, "precise", QdFpAmericanEngine::highPrecisionScheme());
    return 0;
}

package io.m17.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import io.m17.greeks.DividendYield;
import io.m17.greeks.ExerciseRules;
import io.m17.greeks.GreeksOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the keys below `greeks`; a value that does not fit is a [SettingsException] with its key and place.
final class GreeksReader {
    private static final String DEFAULT_YIELD = "greeks.dividend-yield";
    private static final String YIELDS = "greeks.dividend-yields";
    private static final String ROOTS = "greeks.european-roots";
    private static final String IMPLIED = "implied";
    private static final String RULE = "a dividend yield goes from -1 to 1, or is implied";

    private final Config config;

    GreeksReader(Config config) {
        this.config = config;
    }

    GreeksOptions read() {
        DividendYield byDefault = dividendYield(DEFAULT_YIELD, config.getValue(DEFAULT_YIELD), Double.NaN);
        double otherwise = switch (byDefault) {
            case DividendYield.Fixed fixed -> fixed.value();
            case DividendYield.Implied implied -> implied.otherwise();
        };
        return new GreeksOptions(byDefault, dividendYields(otherwise), ExerciseRules.withEuropean(roots()));
    }

    private Map<String, DividendYield> dividendYields(double otherwise) {
        Map<String, DividendYield> yields = new HashMap<>();
        table().forEach((underlying, value) -> yields.put(
                underlying,
                dividendYield(ConfigUtil.joinPath("greeks", "dividend-yields", underlying), value, otherwise)));
        return yields;
    }

    private ConfigObject table() {
        try {
            return config.getObject(YIELDS);
        } catch (ConfigException e) {
            throw wrong(YIELDS, config.getValue(YIELDS), "the value is a table, { SPY = 0.012 }", e);
        }
    }

    private DividendYield dividendYield(String key, ConfigValue value, double otherwise) {
        String text = String.valueOf(value.unwrapped());
        if (text.equals(IMPLIED)) {
            return new DividendYield.Implied(otherwise);
        }
        try {
            double number = Double.parseDouble(text);
            if (Math.abs(number) <= 1) {
                return new DividendYield.Fixed(number);
            }
        } catch (NumberFormatException e) {
            throw wrong(key, value, RULE, e);
        }
        throw wrong(key, value, RULE, null);
    }

    private Set<String> roots() {
        try {
            List<String> roots = config.getStringList(ROOTS);
            return Set.copyOf(roots);
        } catch (ConfigException e) {
            throw wrong(ROOTS, config.getValue(ROOTS), "the value is a list of roots", e);
        }
    }

    private static SettingsException wrong(String key, ConfigValue value, String rule, @Nullable Throwable cause) {
        return SettingsException.of(key, value, rule, String.valueOf(value.unwrapped()), cause);
    }
}

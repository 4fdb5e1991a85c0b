package io.m17.proofs.corruption;

import java.util.List;
import java.util.Optional;

/// Holds what was found and read after damage against what was read before it.
final class Judgement {
    private Judgement() {}

    /// What is wrong with the answer, if anything: damage that nobody found and that was not harmless, or a value that
    /// is another than before.
    static Optional<String> of(Subject subject, List<Object> before, Damage damage) {
        List<String> faults;
        List<Object> now;
        try {
            faults = subject.faults();
            now = subject.values();
        } catch (Refused.UndeclaredException e) {
            return Optional.of("an undeclared exception: " + e.getMessage());
        } catch (RuntimeException e) {
            return Optional.of("an undeclared exception: " + Refused.describe(e));
        }
        if (now.size() == 1 && now.getFirst() == Refused.TYPED && before.size() != 1) {
            return faults.isEmpty() ? Optional.of("the file is refused and verify finds nothing") : Optional.empty();
        }
        boolean equal = before.size() == now.size();
        for (int i = 0; i < Math.max(before.size(), now.size()); i++) {
            Object was = i < before.size() ? before.get(i) : Refused.TYPED;
            Object is = i < now.size() ? now.get(i) : "nothing";
            equal &= was.equals(is);
            boolean older = damage instanceof Damage.Zeros && !faults.isEmpty() && subject.isOlder(was, is);
            if (is != Refused.TYPED && !was.equals(is) && !older) {
                return Optional.of("another value is served [index=" + i + ", was=" + was + ", is=" + is + ", faults="
                        + faults.size() + "]");
            }
        }
        return !equal && faults.isEmpty()
                ? Optional.of("values are refused and verify finds nothing")
                : Optional.empty();
    }
}

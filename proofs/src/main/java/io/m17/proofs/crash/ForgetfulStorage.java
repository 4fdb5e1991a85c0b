package io.m17.proofs.crash;

import io.m17.journal.MappedRegion;

/// A storage whose forces write nothing and report success.
final class ForgetfulStorage extends SystemForwarding {
    @Override
    public void force(MappedRegion region, long offset, long lengthBytes) {}
}

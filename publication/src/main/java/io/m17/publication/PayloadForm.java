package io.m17.publication;

import io.m17.ledger.payload.Origin;
import io.m17.ledger.payload.Payload;

/// Completes a payload record: the origin is the publisher's, the fields of the kind are the engine's.
@FunctionalInterface
public interface PayloadForm {
    Payload of(Origin origin);
}

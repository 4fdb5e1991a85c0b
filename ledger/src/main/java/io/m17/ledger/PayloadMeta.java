package io.m17.ledger;

import java.util.Objects;

/// What a setter puts into a slot.
///
/// @param payloadId the record in the payload type's map, from 1
/// @param version at least that of the payload it replaces
/// @param checksum the content checksum of the payload's rows
/// @param lastUpdatedNs write time, nanoseconds since the Unix epoch
/// @param knownEmpty whether the payload has no rows
public record PayloadMeta(
        PayloadType payloadType, int payloadId, int version, int checksum, long lastUpdatedNs, boolean knownEmpty) {
    public PayloadMeta {
        Objects.requireNonNull(payloadType, "payloadType");
        if (payloadType == PayloadType.NONE || payloadId == 0) {
            throw new IllegalArgumentException("a payload has a type and an id other than 0 [payload_type="
                    + payloadType + ", payload_id=" + Integer.toUnsignedString(payloadId) + "]");
        }
        if (version <= 0) {
            throw new IllegalArgumentException("versions count from 1 [version=" + version + "]");
        }
    }

    public PayloadMeta(PayloadType payloadType, int payloadId, int version, int checksum, long lastUpdatedNs) {
        this(payloadType, payloadId, version, checksum, lastUpdatedNs, false);
    }
}

package io.m17.s3;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Which bucket, and how it is asked.
///
/// @param endpoint of the service; that of the region when empty
/// @param region as signatures name it
/// @param bucket its name
/// @param prefix before the vendor's own layout, without a slash at its end; may be empty
/// @param pathStyle whether the bucket stands in the path of a request and not in its host name
/// @param listingAge how old a listing may be that answers for the store
/// @param attempts how often in a row a broken stream is opened again before it is given up
/// @param firstPause before the first of these attempts; each later one doubles it
public record BucketOptions(
        Optional<URI> endpoint,
        String region,
        String bucket,
        String prefix,
        boolean pathStyle,
        Duration listingAge,
        int attempts,
        Duration firstPause) {
    public BucketOptions {
        if (bucket.isBlank()) {
            throw new IllegalArgumentException("a bucket has a name [bucket=" + bucket + "]");
        }
        if (attempts < 0) {
            throw new IllegalArgumentException("attempts are not negative [attempts=" + attempts + "]");
        }
    }

    /// Listings of ten seconds, six attempts from a quarter of a second on.
    public static BucketOptions of(
            Optional<URI> endpoint, String region, String bucket, String prefix, boolean pathStyle) {
        return new BucketOptions(
                endpoint, region, bucket, prefix, pathStyle, Duration.ofSeconds(10), 6, Duration.ofMillis(250));
    }

    /// The same, with pauses that long.
    BucketOptions withFirstPause(Duration pause) {
        return new BucketOptions(endpoint, region, bucket, prefix, pathStyle, listingAge, attempts, pause);
    }

    /// The same, with listings that old at most.
    BucketOptions withListingAge(Duration age) {
        return new BucketOptions(endpoint, region, bucket, prefix, pathStyle, age, attempts, firstPause);
    }
}

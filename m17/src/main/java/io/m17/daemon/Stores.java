package io.m17.daemon;

import io.m17.config.Settings;
import io.m17.market.flatfile.FlatFileStore;
import io.m17.market.flatfile.VendorDirectory;
import io.m17.s3.S3Store;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/// Where the vendor's flat files are looked for.
final class Stores {
    private Stores() {}

    /// The bucket or the directory of the settings; empty when neither is set. Credentials of a bucket come from where
    /// AWS programs look for them: the environment, the shared file, the machine's role.
    static Optional<FlatFileStore> flatFiles(Settings.Sources sources, InstantSource clock) {
        if (sources.bucket().isPresent()) {
            return Optional.of(S3Store.open(
                    sources.bucket().get(), DefaultCredentialsProvider.builder().build(), clock));
        }
        return sources.flatfiles().map(VendorDirectory::new);
    }
}

//! Preparing a workload checks that all libraries agree on its bytes.

use tl_benches::workloads::WORKLOADS;

#[test]
fn all_libraries_agree() {
    for (_, prepare) in WORKLOADS {
        assert!(prepare().size > 0);
    }
}

//! A server to talk to.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use ed25519_dalek::SigningKey;
use tl_liteserver::adnl::{self, Receiver, Sender};
use tl_liteserver::ton::functions::lite_server::GetMasterchainInfo;
use tl_liteserver::{Chain, Limits, LiteClient, serve};
use tokio::net::{TcpListener, TcpStream};

pub(crate) struct TestServer {
    pub(crate) address: SocketAddr,
    pub(crate) key: SigningKey,
    pub(crate) chain: Arc<Chain>,
}

impl TestServer {
    pub(crate) async fn start() -> Self {
        Self::with(Limits::default()).await
    }

    /// One that sends peers away after a fifth of a second.
    pub(crate) async fn impatient() -> Self {
        Self::with(Limits { patience: Duration::from_millis(200), in_flight: 4 }).await
    }

    async fn with(limits: Limits) -> Self {
        let key = SigningKey::from_bytes(&rand::random());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let chain = Arc::new(Chain::mainnet());
        tokio::spawn(serve(listener, key.clone(), chain.clone(), limits));
        Self { address, key, chain }
    }

    pub(crate) async fn client(&self) -> LiteClient {
        LiteClient::connect(self.address, &self.key.verifying_key()).await.unwrap()
    }

    /// A connection whose packets are up to the test.
    pub(crate) async fn packets(&self) -> (Sender, Receiver) {
        adnl::connect(self.stream().await, &self.key.verifying_key()).await.unwrap()
    }

    pub(crate) async fn stream(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }

    /// Others are served as before.
    pub(crate) async fn lives(&self) {
        self.client().await.query(&GetMasterchainInfo {}).await.unwrap();
    }
}
